import type { EpochMetrics } from '@sprout/core';
import { expect, test } from 'vitest';
import { learningCurves } from './learning-curves.ts';
import { renderSvg } from '../svg/render-svg.ts';

function epochs(count: number, change: Partial<EpochMetrics> = {}): EpochMetrics[] {
  return Array.from({ length: count }, (_, epoch) => ({
    epoch: epoch + 1,
    step: 33 * (epoch + 1),
    loss: 2 / (epoch + 1),
    accuracy: 1 - 0.9 / (epoch + 1),
    validationLoss: 2.1 / (epoch + 1),
    validationAccuracy: 0.8 - 0.6 / (epoch + 1),
    learningRate: 0.001,
    imagesPerSecond: 300,
    dataWait: 0,
    seconds: 3,
    ...change,
  }));
}

test('a run without an epoch has empty curves', async () => {
  const svg = await renderSvg(learningCurves([]));
  expect(svg).toContain('>Loss</text>');
  expect(svg).not.toMatch(/NaN|Infinity/);
});

test.each([1, 2, 30, 300])('draws %i epochs, with a label for the best one', async (count) => {
  const svg = await renderSvg(learningCurves(epochs(count), { best: count }));
  for (const label of ['Loss', 'Accuracy', 'Learning rate', 'training', 'validation']) {
    expect(svg).toContain(`>${label}</text>`);
  }
  expect(svg).toContain(`best: epoch ${count}, `);
  expect(svg).not.toContain('NaN');
});

test('no epoch is marked if no best epoch is given', async () => {
  expect(await renderSvg(learningCurves(epochs(5)))).not.toContain('best:');
});

test('values that are not finite are left out', async () => {
  const gone = { validationLoss: NaN, validationAccuracy: NaN, loss: Infinity };
  const svg = await renderSvg(learningCurves(epochs(3, gone), { best: 2 }));
  expect(svg).not.toMatch(/NaN|Infinity/);
  expect(svg).not.toContain('best:');
});
