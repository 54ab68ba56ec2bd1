import { isSproutError, type Json } from '@sprout/core';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ModelDefinition } from '../../model-definition.ts';
import { openPredictor } from '../../../engine/open/open-predictor.ts';
import { ENGINES } from '../../../../test/engines.ts';
import { summary } from '../../../zoo/summary.ts';
import { loadModel } from './load-model.ts';
import { writeModel } from './write-model.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sprout-hostile-'));
});
afterEach(() => rm(folder, { recursive: true }));

type Config = Readonly<Record<string, Json>>;

const input = {
  height: 8,
  width: 8,
  channels: 3,
  normalisation: { mean: [0, 0, 0], deviation: [1, 1, 1] },
};
const node = (class_name: string, name: string, config: Config, from?: string) => ({
  class_name,
  name,
  config: { name, ...config },
  inbound_nodes: from === undefined ? [] : [[[from, 0, 0, {}]]],
});

/** A row of layers after images of 8 x 8. */
function row(count: number, kind: string, config: Config = {}) {
  const names = ['images', ...Array.from({ length: count }, (_, at) => `layer${at}`)];
  return names.map((name, at) =>
    at === 0
      ? node('InputLayer', name, { batch_input_shape: [null, 8, 8, 3] })
      : node(kind, name, config, names[at - 1]),
  );
}

function model(layers: readonly Json[], output: string) {
  const ends = { input_layers: [['images', 0, 0]], output_layers: [[output, 0, 0]] };
  return { class_name: 'Model', config: { name: 'model', layers, ...ends } };
}

const REGULARIZED = { kernel_regularizer: { class_name: 'L1L2', config: {} } };
const wide = row(200, 'Dense', { units: 30_000 });
const nested = {
  class_name: 'Sequential',
  config: { name: 'outer', layers: [model(wide, 'layer199')] },
};

const HOSTILE: readonly [string, Json, RegExp][] = [
  [
    '10,000 layers in reverse order',
    model(row(9_999, 'ReLU').toReversed(), 'layer9998'),
    /10000 layers; at most 2000/,
  ],
  ['huge dense layers', model(wide, 'layer199'), /layer0\/kernel \(\[3, 30000\]\) is missing/],
  [
    'huge dense layers whose shapes are not inferred',
    model(row(200, 'Dense', { units: 30_000, ...REGULARIZED }).toReversed(), 'layer199'),
    /Layer layer1 .* its kernel \[30000, 30000\] makes 900120000 parameters, but its weights have 0/,
  ],
  ['huge dense layers in a model inside', nested, /Layer layer1 .* its kernel \[30000, 30000\]/],
  [
    'a chain that multiplies its image',
    model(row(30, 'UpSampling2D'), 'layer29'),
    /Layer layer\d+ .* its output \d+ x \d+ x 3 has \d+ numbers for one image; at most \d+/,
  ],
  [
    'a chain that multiplies its image and is not inferred',
    model(row(30, 'UpSampling2D', { dataFormat: 'channelsLast' }), 'layer29'),
    /Layer layer\d+ .* numbers for one image; at most \d+/,
  ],
];

const definitionOf = (topology: Json): ModelDefinition => ({ topology, weights: [], input });

/** The error of an action that must fail in time and without much memory. */
async function refusal(action: () => Promise<unknown>): Promise<unknown> {
  const before = process.resourceUsage().maxRSS;
  const start = performance.now();
  const error: unknown = await action().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(performance.now() - start).toBeLessThan(5000);
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(64 * 1024);
  return error;
}

test.each(HOSTILE)('a file with %s is refused in time', async (_, topology, message) => {
  await writeModel(folder, definitionOf(topology), {
    classes: ['a', 'b'],
    recipe: [],
    recipeHash: '',
    versions: {},
  });
  const error = await refusal(() => loadModel(folder));
  expect(error).toMatchObject({ code: 'file-invalid' });
  expect((error as Error).message).toMatch(message);
});

test.each(HOSTILE)('a summary of %s is refused in time', async (_, topology, message) => {
  const error = await refusal(() => summary(definitionOf(topology)));
  expect(isSproutError(error)).toBe(true);
  expect((error as Error).message).toMatch(message);
});

test.each(ENGINES.flatMap((engine) => HOSTILE.map((hostile) => [engine, ...hostile] as const)))(
  'on %s, %s is refused in time',
  async (engine, _, topology) => {
    const definition = definitionOf(topology);
    const error = await refusal(() => openPredictor(definition, { engine, threads: 1 }));
    expect(isSproutError(error)).toBe(true);
  },
);
