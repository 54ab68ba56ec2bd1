import {
  baseEntry,
  baseWithHead,
  createBase,
  headWithClasses,
  type ModelDefinition,
  openEngineThread,
  openPredictorThread,
  withWeights,
} from '@sprout/train';
import { availableParallelism } from 'node:os';
import { fixedSize } from '../config/fixed-size.ts';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import { type Transfer, transferOf } from '../transfer/transfer-of.ts';

/** The number of images of the measurement. */
const COUNT = 8;

type Settings = Pick<ResolvedTraining, 'model' | 'recipe' | 'engine' | 'train'>;

/**
 * The measured time of a base for one image, without decoding it: of its features if it is frozen, otherwise of a training step.
 *
 * @returns `undefined` for a model that is not a base.
 */
export async function imageSeconds(
  settings: Settings,
  signal: AbortSignal,
): Promise<number | undefined> {
  const transfer = transferOf(settings.model);
  if (transfer === undefined) return undefined;
  const { base: name, parameters, pooling } = transfer;
  const size = fixedSize(settings.recipe);
  const outline = createBase(baseEntry(name).name, {
    ...size,
    parameters,
    ...(pooling && { pooling }),
  });
  const base = withWeights(outline, { seed: 0 });
  const images = new Uint8Array(COUNT * size.height * size.width * 3);
  return transfer.trainable === 'none'
    ? featureSeconds(base, { images, settings, signal })
    : stepSeconds(base, { images, settings, signal, transfer });
}

interface Measurement {
  readonly images: Uint8Array;
  readonly settings: Settings;
  readonly signal: AbortSignal;
}

async function featureSeconds(
  base: ModelDefinition,
  { images, settings: { engine }, signal }: Measurement,
): Promise<number> {
  const threads = availableParallelism();
  await using predictor = await openPredictorThread(base, { engine, threads, signal });
  return await secondsOf(() => predictor.predict(images, COUNT));
}

async function stepSeconds(
  base: ModelDefinition,
  {
    images,
    settings: { engine, train },
    signal,
    transfer,
  }: Measurement & { readonly transfer: Transfer },
): Promise<number> {
  const classes = 2;
  const head = headWithClasses(base, { layers: transfer.head, classes });
  const model = baseWithHead(base, { head, trainable: transfer.trainable, seed: 0 });
  const { learningRate: _, ...optimiser } = train.optimiser;
  const threads = availableParallelism();
  await using trainer = await openEngineThread(model, { engine, optimiser, threads, signal });
  const targets = Float32Array.from({ length: COUNT * classes }, (__, at) => at % classes);
  const weights = new Float32Array(COUNT).fill(1);
  const step = { images, count: COUNT, targets, weights, learningRate: 0 };
  return await secondsOf((number) => trainer.trainStep({ ...step, step: number }));
}

/** The time for an image. The first call, which is slower, is not measured. */
async function secondsOf(work: (call: number) => Promise<unknown>): Promise<number> {
  await work(0);
  const start = performance.now();
  await work(1);
  return (performance.now() - start) / 1000 / COUNT;
}
