import { lock, readRunRecord } from '@sprout/core';
import { loadModel, type NamedTensor } from '@sprout/train';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { metricsOf } from '../../test/metrics-of.ts';
import { smallBaseOptions } from '../../test/small-base-options.ts';
import { smallWeights, writeSmallWeights } from '../../test/small-weights.ts';
import { interruptedTraining } from '../../test/interrupted-training.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import {
  evaluate,
  exportModel,
  features,
  predict,
  report,
  resolveTrain,
  resume,
  type RunEvent,
  train,
  type TrainOptions,
  type TrainResult,
} from '../index.ts';

const FLIP = [{ op: 'flip-horizontal', probability: 0.5 }, { op: 'rotate' }] as const;
const HEAD = [{ dense: 8 }, { dropout: 0.3 }];

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let own: Awaited<ReturnType<typeof smallBaseOptions>>;
let store: string;
/** Options of a training of a head with dropout on the images. */
let onImages: TrainOptions & { readonly runs: string };
/** As few options as possible for a training on the store. */
let onStore: TrainOptions & { readonly runs: string };

beforeAll(async () => {
  folder = await temporaryFolder();
  own = await smallBaseOptions(folder.path);
  store = join(folder.path, 'store');
  await features({ ...own, out: store });
  const { folder: photos, batchSize, engine, workers } = own;
  const common = { epochs: 3, validation: 2, runs: join(folder.path, 'runs') };
  onImages = { ...own, ...common, config: { model: { ...own.config.model, head: HEAD } } };
  onStore = {
    ...common,
    folder: photos,
    batchSize,
    engine,
    workers,
    config: { model: { head: HEAD } },
    features: store,
  };
}, 240_000);
afterAll(() => folder[Symbol.asyncDispose]());

async function weightsOf({ run }: Pick<TrainResult, 'run'>): Promise<readonly NamedTensor[]> {
  return (await loadModel(join(run, 'model'))).definition.weights;
}

/** The largest difference of two runs' weights, relative to the largest number of each tensor. */
async function distance(a: TrainResult, b: TrainResult): Promise<number> {
  const [left, right] = await Promise.all([weightsOf(a), weightsOf(b)]);
  expect(left.map(({ name }) => name)).toEqual(right.map(({ name }) => name));
  const distances = left.map(({ data }, at) => {
    const other = right[at]!.data;
    const largest = other.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    return (
      data.reduce((most, value, row) => Math.max(most, Math.abs(value - other[row]!)), 0) /
      (largest || 1)
    );
  });
  return Math.max(...distances);
}

test('a head that is trained on a store is shipped with its base', async () => {
  const events: RunEvent[] = [];
  const result = await train(
    { ...onStore, name: 'stored' },
    { onEvent: (event) => void events.push(event) },
  );
  expect(events.map(({ type }) => type)).not.toContain('task-start'); // no image is checked or examined
  expect(events).toContainEqual({ type: 'features-used', store, automatic: false });
  const weights = await weightsOf(result);
  const released = smallWeights();
  expect(weights.slice(0, released.length)).toEqual(released);
  expect(weights.slice(released.length).map(({ name }) => name)).toEqual([
    'dense1/kernel',
    'dense1/bias',
    'classes/kernel',
    'classes/bias',
  ]);
  expect(result).toMatchObject({
    model: 'mobilenet-v1',
    parameters: 218_544 + 257 * 8 + 9 * 2,
    samples: { training: 12, validation: 4, bad: 0 },
  });
  const { run } = result;
  const using = { run, engine: 'onnx', workers: 0 } as const;
  const { evaluation } = await evaluate({ ...using, folder: own.folder });
  expect(evaluation.samples).toBe(16);
  const labels: string[] = [];
  for await (const outcome of predict({ ...using, paths: [own.folder] }))
    if ('predicted' in outcome) labels.push(outcome.predicted);
  expect(labels).toHaveLength(16);
  const out = join(folder.path, 'exported');
  await exportModel({ run, out, format: 'onnx' });
  expect(await readdir(out)).toContain('model.onnx');
  await report({ run });
  expect(await readFile(join(run, 'report.html'), 'utf8')).toContain('weights.safetensors');
}, 240_000);

test('predictions of the shipped model are those of the evaluation on features', async () => {
  const run = join(folder.path, 'runs', 'stored');
  const rows = (await readFile(join(run, 'predictions.csv'), 'utf8'))
    .trim()
    .split(/\r?\n/)
    .slice(1);
  const expected = new Map(rows.map((row) => [row.split(',')[0]!, Number(row.split(',')[3])]));
  const paths = [...expected.keys()].map((id) => join(own.folder, id));
  for await (const outcome of predict({ run, paths, engine: 'onnx', workers: 0 })) {
    const { path, probability } = outcome as Extract<typeof outcome, { predicted: string }>;
    expect(probability).toBeCloseTo(expected.get(path.slice(own.folder.length + 1))!, 5);
  }
}, 60_000);

test('the weights are nearly those of the training on images, with the same order', async () => {
  const images = await train({ ...onImages, features: 'none', name: 'images' });
  const stored = await train({ ...onStore, name: 'again' });
  const automatic = await train({ ...onImages, name: 'automatic' });
  // as in packages/train/src/features/train-from-store.test.ts: a predictor folds batch normalisation
  expect(await distance(stored, images)).toBeLessThan(5e-4);
  expect(await distance(automatic, stored)).toBe(0);
  const columns = async ({ run }: TrainResult) =>
    (await metricsOf(run)).slice(1).map((row) => row.slice(0, 2).join());
  expect(await columns(stored)).toEqual(await columns(images));
}, 240_000);

test('features are used by themselves where nothing is random, and only there', async () => {
  const setting = async (options: TrainOptions) => (await resolveTrain(options)).data.features;
  expect(await setting(onImages)).toBe('auto');
  expect(await setting({ ...onImages, trainable: 'head' })).toBe('auto');
  expect(await setting({ ...onImages, augment: FLIP })).toBeUndefined();
  expect(await setting({ ...onImages, cache: false })).toBeUndefined();
  expect(await setting({ ...onImages, trainable: 'all' })).toBeUndefined();
  expect(await setting({ ...onImages, features: 'none' })).toBe('none');
  const refused = setting({ ...onImages, augment: FLIP, features: 'auto' });
  await expect(refused).rejects.toThrow('features must be left out where images are augmented');
  const mixed = { set: ['train.mix={mixUp: {}}'] };
  expect(await setting({ ...onImages, ...mixed })).toBeUndefined();
  for (const each of [{ ...onImages, features: 'auto' }, onStore])
    await expect(setting({ ...each, ...mixed })).rejects.toThrow(
      'features must be left out where images are mixed (train.mix)',
    );
  const trained = setting({ ...onImages, trainable: 'all', features: store });
  await expect(trained).rejects.toThrow('left out where layers of the base are trained (all)');
  const { folder: photos } = own;
  const small = setting({ folder: photos, model: 'small-cnn', features: store });
  await expect(small).rejects.toThrow('left out for small-cnn, which has no base');
}, 60_000);

test('a second head takes the features that the first one left in the cache', async () => {
  const runs = join(folder.path, 'cached');
  const events: RunEvent[] = [];
  const onEvent = (event: RunEvent): void => void events.push(event);
  await train({ ...onImages, runs }, { onEvent });
  expect(events.filter(({ type }) => type === 'extraction-started')).toHaveLength(1);
  const used = events.find((event) => event.type === 'features-used');
  expect(used).toMatchObject({ automatic: true });
  expect(used?.store.startsWith(join(runs, '.cache', 'features-'))).toBe(true);
  await train({ ...onImages, runs, config: own.config }, { onEvent });
  expect(events.filter(({ type }) => type === 'extraction-started')).toHaveLength(1);
}, 240_000);

test('a damaged row in the cache is computed again', async () => {
  const runs = join(folder.path, 'cached');
  const [name = ''] = (await readdir(join(runs, '.cache'))).filter((entry) =>
    entry.startsWith('features-'),
  );
  const file = join(runs, '.cache', name, 'features/c/1/0');
  const whole = await readFile(file);
  await writeFile(
    file,
    whole.map((byte, at) => (at === 5 ? byte ^ 1 : byte)),
  );
  const events: RunEvent[] = [];
  await train({ ...onImages, runs }, { onEvent: (event) => void events.push(event) });
  expect(events).toContainEqual({
    type: 'extraction-started',
    store: join(runs, '.cache', name),
    stored: 12,
    rows: 16,
  });
  expect(await readFile(file)).toEqual(whole);
}, 240_000);

test.each([
  ['a store', () => onStore],
  ['the cache', () => ({ ...onImages, runs: join(folder.path, 'runs') })],
])(
  'an interrupted run on %s resumes to the same bits',
  async (name, options) => {
    const whole = await train({ ...options(), name: `${name} whole` });
    const run = await interruptedTraining(options(), `${name} stopped`);
    const checkpoint = await readFile(join(run, 'checkpoints/last/checkpoint.safetensors'));
    expect(checkpoint.length).toBeLessThan(100_000); // the head alone
    const { run: resumed } = await resume({ run });
    expect(await weightsOf({ run: resumed })).toEqual(await weightsOf(whole));
    expect((await metricsOf(resumed)).map((row) => row.slice(0, 6))).toEqual(
      (await metricsOf(whole.run)).map((row) => row.slice(0, 6)),
    );
  },
  240_000,
);

test('a run that is interrupted while it computes features resumes to the same bits', async () => {
  const whole = await train({ ...onImages, name: 'computed' });
  const runs = join(folder.path, 'uncached');
  const abort = new AbortController();
  const onEvent = (event: RunEvent): void => {
    if (event.type === 'task-progress' && event.task === 'extract')
      abort.abort(new Error('enough'));
  };
  const stopped = train({ ...onImages, runs, name: 'stopped' }, { onEvent, signal: abort.signal });
  await expect(stopped).rejects.toThrow('enough');
  const run = join(runs, 'stopped');
  expect((await readRunRecord(join(run, 'run.json'))).state).toBe('interrupted');
  const events: RunEvent[] = [];
  await resume({ run }, { onEvent: (event) => void events.push(event) });
  expect(events.find(({ type }) => type === 'extraction-started')).toMatchObject({ stored: 4 });
  expect(await weightsOf({ run })).toEqual(await weightsOf(whole));
}, 240_000);

test('while another process fills the store of the cache, a run has its own', async () => {
  const runs = join(folder.path, 'locked');
  const first = await train({ ...onImages, runs });
  const [name = ''] = (await readdir(join(runs, '.cache'))).filter((entry) =>
    entry.startsWith('features-'),
  );
  const cached = join(runs, '.cache', name);
  await rm(join(cached, 'features/c/1/0'));
  await using held = await lock(`${cached}.lock`, cached);
  const second = await train({ ...onImages, runs });
  expect(held).toBeDefined();
  expect(await readdir(join(second.run, 'features'))).toContain('zarr.json');
  expect(await weightsOf(second)).toEqual(await weightsOf(first));
}, 240_000);

test('a run that began on images goes on with them', async () => {
  const run = await interruptedTraining({ ...onImages, features: 'none' }, 'older');
  const events: RunEvent[] = [];
  await resume({ run }, { onEvent: (event) => void events.push(event) });
  expect(events.map(({ type }) => type)).not.toContain('features-used');
}, 240_000);

test('a run does not resume on a store with other copies', async () => {
  const copy = join(folder.path, 'replaced');
  await features({ ...own, out: copy, augment: FLIP, copies: 1 });
  const run = await interruptedTraining({ ...onStore, features: copy }, 'replaced');
  await rm(copy, { recursive: true });
  await features({ ...own, out: copy, augment: FLIP, copies: 2 });
  await expect(resume({ run })).rejects.toMatchObject({ code: 'run-incompatible' });
}, 240_000);

test('augmented copies are further rows of the training images alone', async () => {
  const copies = join(folder.path, 'copies');
  await features({ ...own, out: copies, augment: FLIP, copies: 2, seed: 5 });
  const rowsOf = async (options: TrainOptions): Promise<unknown> => {
    const events: RunEvent[] = [];
    const result = await train(options, { onEvent: (event) => void events.push(event) });
    expect(result.samples).toEqual({ training: 12, validation: 4, bad: 0 });
    expect(
      (await readFile(join(result.run, 'predictions.csv'), 'utf8')).trim().split('\n'),
    ).toHaveLength(5);
    return events.findLast((event) => event.type === 'step')?.images;
  };
  const given = { ...onStore, features: copies };
  expect(await rowsOf({ ...given, name: 'copies' })).toBe(36);
  const { config } = await readRunRecord(join(folder.path, 'runs', 'copies', 'run.json'));
  expect(config).toMatchObject({ augment: [{ op: 'flip-horizontal' }, { op: 'rotate' }] });
  expect(await rowsOf({ ...given, augment: false })).toBe(12);
  const refused = train({ ...given, augment: [FLIP[0]] });
  await expect(refused).rejects.toThrow(/the augmentation is .*rotate.* in the store, and .* here/);
}, 240_000);

test('a store of other features is refused before anything is trained', async () => {
  const other = join(folder.path, 'other.safetensors');
  await writeSmallWeights(other, 1);
  const refused: readonly (readonly [RegExp, Partial<TrainOptions>])[] = [
    [/the recipe is .* in the store/, { size: { height: 40, width: 40 } }],
    [/the weights of the base is/, { weights: other }],
    [
      /the layer is avg_pool in the store, and conv_pw_13_relu here/,
      { set: ['model.pooling=none'] },
    ],
    [/the input function is/, { set: ['model.input=caffe'] }],
    [
      /the base is mobilenet-v1 .* in the store, and mobilenet-v1 .* here|has the shape/,
      { set: ['model.alpha=0.5'] },
    ],
  ];
  for (const [message, change] of refused)
    await expect(train({ ...onStore, ...change })).rejects.toThrow(message);
  const elsewhere = join(folder.path, 'elsewhere');
  const moved = train({ ...onStore, features: elsewhere });
  await expect(moved).rejects.toMatchObject({ code: 'file-missing' });
}, 60_000);

test('without the file of the weights the message says what is needed', async () => {
  const elsewhere = `${own.weights}.moved`;
  await rename(own.weights, elsewhere);
  try {
    const needed =
      /weights must be the file of the weights of mobilenet-v1 with the SHA-256 [0-9a-f]{64}, .* is gone/;
    await expect(train(onStore)).rejects.toThrow(needed);
    await writeSmallWeights(own.weights, 1);
    await expect(train(onStore)).rejects.toThrow(/has changed/);
    await train({ ...onStore, weights: elsewhere, name: 'other path' });
  } finally {
    await rename(elsewhere, own.weights);
  }
}, 120_000);
