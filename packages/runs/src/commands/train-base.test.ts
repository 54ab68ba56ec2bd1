import { readRunRecord } from '@sprout/core';
import { loadModel, type ModelDefinition } from '@sprout/train';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallBaseOptions } from '../../test/small-base-options.ts';
import { SMALL_BASE, smallWeights, writeSmallWeights } from '../../test/small-weights.ts';
import { interruptedTraining } from '../../test/interrupted-training.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import {
  evaluate,
  exportModel,
  predict,
  type PredictedFile,
  report,
  resume,
  type RunEvent,
  train,
  type TrainOptions,
} from '../index.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let options: TrainOptions & Record<'folder' | 'weights' | 'runs', string>;
let frozen: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  const own = await smallBaseOptions(folder.path);
  options = { ...own, epochs: 2, validation: 2, runs: join(folder.path, 'runs') };
  ({ run: frozen } = await train({ ...options, name: 'frozen' }));
}, 240_000);

afterAll(() => folder[Symbol.asyncDispose]());

const definitionOf = async (run: string): Promise<ModelDefinition> =>
  (await loadModel(join(run, 'model'))).definition;

async function numbersOf(run: string): Promise<ReadonlyMap<string, Float32Array>> {
  const { weights } = await definitionOf(run);
  return new Map(weights.map(({ name, data }) => [name, data]));
}

/** The names of the weights of a run that are not those of another run. */
async function changedIn(run: string, other: string): Promise<string[]> {
  const [own, others] = await Promise.all([numbersOf(run), numbersOf(other)]);
  return differing(own, others);
}

function differing(
  own: ReadonlyMap<string, Float32Array>,
  others: ReadonlyMap<string, Float32Array>,
): string[] {
  return [...own].filter(([name, data]) => !equal(data, others.get(name))).map(([name]) => name);
}

function equal(a: Float32Array, b: Float32Array | undefined): boolean {
  return (
    b !== undefined &&
    Buffer.from(a.buffer, a.byteOffset, a.byteLength).equals(
      Buffer.from(b.buffer, b.byteOffset, b.byteLength),
    )
  );
}

test('a frozen base keeps its weights, running means and variances among them', async () => {
  const released = new Map(smallWeights().map(({ name, data }) => [name, data]));
  const trained = await numbersOf(frozen);
  expect(differing(trained, released)).toEqual(['classes/kernel', 'classes/bias']);
  const { config } = await readRunRecord(join(frozen, 'run.json'));
  expect(config).toMatchObject({
    augment: [],
    model: {
      ...SMALL_BASE,
      weights: {
        file: options.weights,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        format: 'safetensors',
        library: 'keras',
      },
      trainable: 'none',
      input: 'tf',
    },
  });
});

test('a run of a base evaluates, predicts, reports and exports', async () => {
  const run = frozen;
  const own = { run, engine: 'onnx', workers: 0 } as const;
  const { evaluation } = await evaluate({ ...own, folder: options.folder });
  expect(evaluation.samples).toBe(16);
  const predictions = async (model: string): Promise<PredictedFile[]> => {
    const outcomes: PredictedFile[] = [];
    for await (const outcome of predict({ ...own, run: model, paths: [options.folder] }))
      if ('predicted' in outcome) outcomes.push(outcome);
    return outcomes;
  };
  const found = await predictions(run);
  expect(found).toHaveLength(16);
  const out = join(folder.path, 'web-model');
  await exportModel({ run, out });
  for (const [at, { path, probability }] of (await predictions(out)).entries()) {
    expect(path).toBe(found[at]!.path);
    expect(probability).toBeCloseTo(found[at]!.probability, 5);
  }
  await report({ run });
  const page = await readFile(join(run, 'report.html'), 'utf8');
  expect(page).toContain('MobileNet v1');
  expect(page).toContain('weights.safetensors');
}, 240_000);

test('an interrupted run resumes to the same bits, without the file of the weights', async () => {
  const own = { ...options, trainable: 'from:conv_pw_12', augment: false } as const;
  const whole = await train({ ...own, name: 'whole' });
  const run = await interruptedTraining(own, 'stopped');
  const elsewhere = `${options.weights}.moved`;
  await rename(options.weights, elsewhere);
  try {
    await resume({ run });
  } finally {
    await rename(elsewhere, options.weights);
  }
  expect(await changedIn(run, whole.run)).toEqual([]);
  const changed = await changedIn(run, frozen);
  expect(changed).toContain('conv_pw_13/kernel');
  expect(changed).toContain('conv_pw_12_bn/moving_mean');
  expect(changed).not.toContain('conv_dw_12/depthwise_kernel');
}, 240_000);

test('a base that is trained changes from the first layer on', async () => {
  const own = { ...options, trainable: 'all', epochs: 1, name: 'all' } as const;
  const { run } = await train(own);
  const changed = await changedIn(run, frozen);
  expect(changed).toHaveLength(smallWeights().length + 2);
  const { config } = await readRunRecord(join(run, 'run.json'));
  expect(config).toMatchObject({ model: { trainable: 'all' }, augment: [{}, {}, {}] });
}, 240_000);

test('a run without a checkpoint reads the file again and refuses another one', async () => {
  const run = await interruptedTraining(options, 'early');
  await rm(join(run, 'checkpoints'), { recursive: true });
  await rm(join(run, 'metrics.csv'));
  const kept = await readFile(options.weights);
  await writeSmallWeights(options.weights, 1);
  try {
    await expect(resume({ run })).rejects.toThrow(/weights\.safetensors .*its SHA-256 is/);
  } finally {
    await writeSmallWeights(options.weights);
  }
  expect(await readFile(options.weights)).toEqual(kept);
}, 240_000);

test('weights that do not fit are refused before the images are read', async () => {
  const events: RunEvent[] = [];
  const wide = {
    ...options,
    config: { model: { name: 'mobilenet-v1', alpha: 0.5 } },
    name: 'wide',
  } as const;
  const refused = train(wide, { onEvent: (event) => void events.push(event) });
  await expect(refused).rejects.toThrow(
    'conv1/kernel has the shape [3, 3, 3, 8], not [3, 3, 3, 16]',
  );
  expect(events).toEqual([]);
});
