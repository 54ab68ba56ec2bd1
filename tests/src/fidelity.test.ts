import { readFileSync } from 'node:fs';
import { isSproutError } from '@sprout/core';
import {
  type BaseName,
  createBase,
  type CreateBaseOptions,
  createDefinition,
  type EngineName,
  openPredictor,
  type Predictor,
  releasedWeights,
} from '@sprout/train';
import { expect, test } from 'vitest';
import { sharedData } from '../../tools/shared-data.ts';
import { photographPixels } from './support/photograph-pixels.ts';
import { tensorsOf } from './support/tensors-of.ts';

interface Summary {
  readonly largest: number;
  readonly mean: number;
  /** Activations at equal distances. */
  readonly slice: readonly number[];
}

interface Outputs {
  /** By the name of the layer. */
  readonly vgg16: Readonly<Record<string, Summary>>;
  /** Every eighth mean of a channel, and every tenth probability. */
  readonly lite0: {
    readonly features: readonly number[];
    readonly probabilities: readonly number[];
  };
}

/** Written by `scripts/fixtures/photographs.py`. */
const EXPECTED = JSON.parse(
  readFileSync(new URL('../fixtures/photographs.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Outputs>>;
const NAMES = Object.keys(EXPECTED);

/** Relative to the largest activation. */
const TOLERANCE = 1e-4;
const VGG16 = 'models/vgg16-notop-keras/vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5';
const LITE0 = 'models/efficientnet-lite0/efficientnet-lite0-57934424.pth';
const isMissing = [VGG16, LITE0, 'images'].some((path) => sharedData(path) === undefined);

const here: EngineName[] = [];
for (const engine of ['onnx', 'wasm', 'cpu'] as const) if (await opens(engine)) here.push(engine);

async function opens(engine: EngineName): Promise<boolean> {
  const definition = createDefinition('logistic', { height: 1, width: 1, classes: 2, seed: 0 });
  try {
    await using _ = await openPredictor(definition, { engine });
    return true;
  } catch (error) {
    if (isSproutError(error, 'engine-unavailable')) return false;
    throw error;
  }
}

/** On the slow engine `cpu` one photograph is enough. */
const namesOn = (engine: EngineName): readonly string[] =>
  engine === 'cpu' ? NAMES.slice(0, 1) : NAMES;

async function openReleased(
  base: BaseName,
  { file, engine, ...options }: CreateBaseOptions & { file: string; engine: EngineName },
): Promise<Predictor> {
  const outline = createBase(base, options);
  const weights = releasedWeights(await tensorsOf(sharedData(file)!), { base, outline }); // skipped without it
  return openPredictor({ ...outline, weights }, { engine });
}

/** The largest error, relative to the largest activation; `NaN` if a number is missing. */
function errorOf(
  received: ArrayLike<number>,
  expected: readonly number[],
  largest = Math.max(...expected),
): number {
  const errors = expected.map((value, at) => Math.abs(value - Number(received[at])));
  return Math.max(...errors) / largest;
}

function summaryOf(data: Float32Array, length: number): number[] {
  const step = Math.floor(data.length / length);
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  const largest = data.reduce((most, value) => Math.max(most, value));
  return [largest, mean, ...data.filter((_, at) => at % step === 0).subarray(0, length)];
}

test.skipIf(isMissing).each(here)(
  'the pooled activations of VGG16 are those of Keras on %s (needs ../shared/data)',
  async (engine) => {
    const size = { height: 96, width: 96 };
    await using predictor = await openReleased('vgg16', { file: VGG16, engine, ...size });
    for (const name of namesOn(engine)) {
      const expected = Object.entries(EXPECTED[name]!.vgg16); // one of its keys
      const images = await photographPixels(sharedData(`images/${name}`)!, size); // skipped without it
      const layers = expected.map(([layer]) => layer);
      const outputs = await predictor.outputs(images, 1, layers);
      for (const [layer, { largest, mean, slice }] of expected) {
        const received = summaryOf(outputs.get(layer)!.data, slice.length); // asked for
        expect(errorOf(received, [largest, mean, ...slice], largest)).toBeLessThan(TOLERANCE);
      }
    }
  },
);

test.skipIf(isMissing).each(here)(
  'the features and probabilities of EfficientNet-Lite0 are those of PyTorch on %s (needs ../shared/data)',
  async (engine) => {
    const size = { height: 224, width: 224 };
    await using predictor = await openReleased('efficientnet-lite0', {
      file: LITE0,
      engine,
      includeTop: true,
      ...size,
    });
    for (const name of namesOn(engine)) {
      const { features, probabilities } = EXPECTED[name]!.lite0; // one of its keys
      const images = await photographPixels(sharedData(`images/${name}`)!, size); // skipped without it
      const outputs = await predictor.outputs(images, 1, ['avg_pool', 'predictions']);
      const every = (layer: string, step: number): Float32Array =>
        outputs.get(layer)!.data.filter((_, at) => at % step === 0); // asked for
      expect(errorOf(every('avg_pool', 8), features)).toBeLessThan(TOLERANCE);
      expect(errorOf(every('predictions', 10), probabilities)).toBeLessThan(TOLERANCE);
    }
  },
);
