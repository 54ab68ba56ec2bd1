import { afterAll, beforeAll, expect, test } from 'vitest';
import { METRICS, writeFinishedRun } from '../../test/finished-run.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { readRun, type ReadRun } from '../run/read-run.ts';
import { modelSection } from './model-section.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let read: ReadRun;

beforeAll(async () => {
  folder = await temporaryFolder();
  read = await readRun(await writeFinishedRun(folder.path, { photos: '/photos' }));
});

afterAll(() => folder[Symbol.asyncDispose]());

/** The section for a run with other settings of the training. */
const sectionWith = (train: Partial<ReadRun['resolved']['train']>) =>
  modelSection(
    { ...read, resolved: { ...read.resolved, train: { ...read.resolved.train, ...train } } },
    new Map(),
  );

test('the layers are those of the saved model', async () => {
  const { name, description, parameters, layers } = await modelSection(read, new Map());
  expect(name).toBe('logistic');
  expect(description).toBe('logistic regression on the pixels; the baseline');
  expect(layers).toEqual([
    { name: 'flatten', kind: 'Flatten', output: '48', parameters: 0 },
    { name: 'classes', kind: 'Dense', output: '2', parameters: 98 },
  ]);
  expect(parameters).toBe(98);
});

test('metrics, their time and the engine are those of the run', async () => {
  const section = await modelSection(read, new Map());
  expect(section).toMatchObject({ metrics: METRICS, seconds: 5, engine: 'cpu', augmentation: [] });
  expect(section.recipe).toMatchObject([{ op: 'resize', height: 4, width: 4 }]);
});

test('a head on features is marked', async () => {
  const data = { ...read.resolved.data, features: 'auto' } as const;
  const own = { ...read, resolved: { ...read.resolved, data } };
  expect(await modelSection(own, new Map())).toHaveProperty('onFeatures', true);
  expect(await modelSection(read, new Map())).not.toHaveProperty('onFeatures');
});

test('the best epoch is shown if its weights were kept', async () => {
  expect((await sectionWith({ keep: 'best' })).bestEpoch).toBe(1);
  expect(await sectionWith({ keep: 'last' })).not.toHaveProperty('bestEpoch');
});

test('the settings are text', async () => {
  const { settings } = await sectionWith({
    batchSize: 8,
    optimiser: { name: 'sgd', learningRate: 0.01, momentum: 0.9, nesterov: true, weightDecay: 0 },
    schedule: { name: 'cosine', final: 0.1, warmUpEpochs: 2 },
    labelSmoothing: 0.05,
    classWeights: 'balanced',
    keep: 'last',
  } as Partial<ReadRun['resolved']['train']>);
  expect(Object.fromEntries(settings.map(({ name, value }) => [name, value]))).toEqual({
    Epochs: '2',
    'Batch size': '8',
    Optimiser: 'sgd, learning rate 0.01, momentum 0.9, nesterov true, weightDecay 0',
    Schedule: 'cosine, final 0.1, warmUpEpochs 2',
    'Label smoothing': '0.05',
    'Class weights': 'balanced',
    'Weights kept': 'of the last epoch',
  });
});

test('a large loss has the probability of its label, and its picture if there is one', async () => {
  const image = Uint8Array.of(1, 2, 3);
  const { evaluation } = await modelSection(read, new Map([['red/0.png', image]]));
  const [red, blue] = evaluation!.topLosses;
  expect(red).toMatchObject({ path: 'red/0.png', predicted: 'blue', probability: 0.75, image });
  expect(red!.labelProbability).toBeCloseTo(0.25, 10);
  expect(blue).toMatchObject({ path: 'blue/0.png' });
  expect(blue).not.toHaveProperty('image');
});

test('a large loss has its heat map if there is one', async () => {
  const map = Uint8Array.of(4, 5);
  const { evaluation } = await modelSection(read, new Map(), new Map([['red/0.png', map]]));
  expect(evaluation!.topLosses[0]).toMatchObject({ path: 'red/0.png', heatMap: map });
  expect(evaluation!.topLosses[1]).not.toHaveProperty('heatMap');
});

test('each prediction is an answer that is correct or not', async () => {
  const { evaluation } = await modelSection(read, new Map());
  expect(evaluation).toMatchObject({
    samples: 2,
    accuracy: 0.5,
    confusion: [
      [1, 0],
      [1, 0],
    ],
  });
  expect(evaluation!.answers).toEqual([
    { probability: 0.8, correct: true },
    { probability: 0.75, correct: false },
  ]);
});

test('a run without its model is an error with the file that is missing', async () => {
  const run = { ...read.run, model: '/no/such/model' };
  await expect(modelSection({ ...read, run }, new Map())).rejects.toMatchObject({
    code: 'file-missing',
    context: { file: '/no/such/model/sprout.json' },
  });
});
