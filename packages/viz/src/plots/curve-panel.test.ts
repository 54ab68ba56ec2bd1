import type { EpochMetrics } from '@sprout/core';
import { expect, test } from 'vitest';
import { renderSvg } from '../svg/render-svg.ts';
import { curvePanel, type CurvePanelOptions } from './curve-panel.ts';

const epoch = (number: number, change: Partial<EpochMetrics> = {}): EpochMetrics => ({
  epoch: number,
  step: number,
  loss: 1,
  accuracy: 0.5,
  validationLoss: 2,
  validationAccuracy: 0.25,
  learningRate: 0.001,
  imagesPerSecond: 1,
  dataWait: 0,
  seconds: 1,
  ...change,
});

/** The layers of a panel: the lines first, then the mark of the best epoch. */
function layersOf(metrics: readonly EpochMetrics[], options: CurvePanelOptions) {
  const { layer } = curvePanel(metrics, options) as unknown as {
    layer: { data: { values: Record<string, unknown>[] }; encoding: { x: { scale: unknown } } }[];
  }; // the structure that `curvePanel` returns
  return layer;
}

const valuesOf = (metrics: readonly EpochMetrics[], options: CurvePanelOptions) =>
  layersOf(metrics, options)[0]?.data.values;

test('a quantity has a point for training and one for validation in each epoch', () => {
  expect(valuesOf([epoch(1)], { quantity: 'loss' })).toEqual([
    { epoch: 1, subset: 'training', value: 1 },
    { epoch: 1, subset: 'validation', value: 2 },
  ]);
  expect(valuesOf([epoch(1)], { quantity: 'learningRate' })).toEqual([
    { epoch: 1, subset: 'rate', value: 0.001 },
  ]);
});

test('values that are not finite are left out', () => {
  const gone = epoch(1, { accuracy: NaN, validationAccuracy: Infinity });
  expect(valuesOf([gone, epoch(2)], { quantity: 'accuracy' })).toEqual([
    { epoch: 2, subset: 'training', value: 0.5 },
    { epoch: 2, subset: 'validation', value: 0.25 },
  ]);
});

test('the best epoch is marked at its validation value', () => {
  const [, rule] = layersOf([epoch(1), epoch(2)], { quantity: 'accuracy', best: 2 });
  expect(rule?.data.values).toEqual([{ epoch: 2, value: 0.25, label: 'best: epoch 2, 25.0 %' }]);
  const [, lossRule] = layersOf([epoch(1)], { quantity: 'loss', best: 1 });
  expect(lossRule?.data.values[0]?.['label']).toBe('best: epoch 1, 2.000');
});

test('the label of the best epoch is above the plotted area, below the legend', () => {
  const [lines, , , text] = layersOf([epoch(1), epoch(2)], { quantity: 'loss', best: 2 });
  expect(text).toMatchObject({ mark: { baseline: 'bottom' }, encoding: { y: { value: -4 } } });
  expect(lines).toMatchObject({ encoding: { color: { legend: { offset: 26 } } } });
  const [unmarked] = layersOf([epoch(1)], { quantity: 'loss' });
  expect(unmarked).toMatchObject({ encoding: { color: { legend: { offset: 10 } } } });
});

test('the learning rate has an axis of epochs, a logarithmic one of rates if stages need it', () => {
  const linear = curvePanel([epoch(1), epoch(2)], { quantity: 'learningRate' });
  expect(linear.title).toMatchObject({ subtitle: ['of the last step of each epoch'] });
  expect(linear.layer[0]).toMatchObject({
    mark: { clip: false },
    encoding: { x: { title: 'epoch' }, y: { scale: { zero: true } } },
  });
  const stages = [
    epoch(1, { stage: 1, learningRate: 0.01 }),
    epoch(2, { stage: 2, learningRate: 0.0005 }),
    epoch(3, { stage: 2, learningRate: 0 }),
  ];
  const panel = curvePanel(stages, { quantity: 'learningRate' });
  expect(panel.title).toMatchObject({
    subtitle: ['of the last step of each epoch', 'rates below 0.00001 are not shown'],
  });
  expect(panel.layer[0]).toMatchObject({
    mark: { clip: true },
    encoding: { y: { scale: { type: 'log', domain: [0.00001, 0.01] } } },
  });
});

test('all panels of a training have one width, so that their epochs are aligned', async () => {
  const metrics = [epoch(1), epoch(2)];
  for (const quantity of ['loss', 'accuracy', 'learningRate'] as const)
    for (const best of [1, 2, undefined])
      expect(await renderSvg(curvePanel(metrics, { quantity, best }))).toContain(' width="436"');
});

test('nothing is marked if the best epoch is unknown or has no value', () => {
  expect(layersOf([epoch(1)], { quantity: 'loss' })).toHaveLength(1);
  expect(layersOf([epoch(1)], { quantity: 'loss', best: 7 })).toHaveLength(1);
  const gone = epoch(1, { validationLoss: NaN });
  expect(layersOf([gone], { quantity: 'loss', best: 1 })).toHaveLength(1);
});

test.each([
  [[], [0, 1]],
  [[3], [2, 4]],
  [
    [2, 5, 9],
    [2, 9],
  ],
])('the axis of epochs %j has the domain %j', (epochs, domain) => {
  const [lines] = layersOf(
    epochs.map((number) => epoch(number)),
    { quantity: 'loss' },
  );
  expect(lines?.encoding.x.scale).toMatchObject({ domain });
});

test('a spike of the loss is cut off, and the title says so', () => {
  const losses = [30, ...Array.from({ length: 9 }, () => 1)];
  const metrics = losses.map((validationLoss, at) => epoch(at + 1, { validationLoss }));
  const panel = curvePanel(metrics, { quantity: 'loss' });
  expect(panel.title).toMatchObject({ subtitle: ['1 value up to 30.0 above the plot'] });
  expect(panel.layer[0]).toMatchObject({
    mark: { clip: true },
    encoding: { y: { scale: { domainMax: 2 } } },
  });
  expect(curvePanel(metrics.slice(1), { quantity: 'loss' }).title).toBe('Loss');
});
