import { link, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseRecipe, recipeHash } from '@sprout/imgproc';
import { predict } from '@sprout/runs';
import {
  addHead,
  type BaseName,
  createBase,
  type ModelDefinition,
  openPredictorThread,
  saveModel,
  withWeights,
} from '@sprout/train';
import type { Benchmark } from './benchmark.ts';
import { compare } from './compare.ts';
import { drawnInput } from './drawn-input.ts';
import { makePhotographs } from './make-photographs.ts';

const WORKERS = 2;
const BATCH = 32;
const CLASSES = Array.from({ length: 12 }, (_, at) => `class ${at}`);
const PHOTOGRAPHS = 250;

interface Network {
  readonly base: BaseName;
  readonly side: number;
  /** The photographs are predicted this many times, in two measurements. The difference of the two times excludes the start. */
  readonly copies: readonly [few: number, many: number];
}

const NETWORKS: readonly Network[] = [
  { base: 'vgg16', side: 150, copies: [1, 2] },
  { base: 'efficientnet-lite0', side: 224, copies: [6, 14] },
];

/**
 * Predictions of JPEGs of 100 to 1,000 pixels by `predict` of `@sprout/runs`, compared with the network alone on images that are
 * prepared already. The time to start is the same for few and for many images, and is subtracted.
 */
export const benchmark: Benchmark = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sprout-bench-'));
  try {
    await makePhotographs(join(folder, 'photographs'), { format: 'jpeg', count: PHOTOGRAPHS });
    for (const network of NETWORKS) await measure(network, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};

async function measure({ base, side, copies }: Network, folder: string): Promise<void> {
  const size = { height: side, width: side };
  const outline = createBase(base, { ...size, pooling: 'avg' });
  const head = { layer: 'dense', units: CLASSES.length, activation: 'softmax' } as const;
  const definition = withWeights(addHead(outline, [head]), { seed: 0 });
  const run = join(folder, base);
  await saveClassifier(run, definition, size);
  const [few, many] = copies.map((copy) => join(folder, `${base} ${copy}`)) as [string, string];
  for (const [at, target] of [few, many].entries())
    await linkCopies(join(folder, 'photographs'), target, copies[at]!);
  await using predictor = await openPredictorThread(definition, { engine: 'onnx', threads: 2 });
  const prepared = drawnInput(definition.input, BATCH);
  const images = (copies[1] - copies[0]) * PHOTOGRAPHS;
  const forward = async (): Promise<number> => {
    const seconds = await secondsOf(async () => {
      for (let done = 0; done < images; done += BATCH) await predictor.predict(prepared, BATCH);
    });
    return (Math.ceil(images / BATCH) * BATCH) / seconds;
  };
  const predicted = (paths: string) => async (): Promise<void> => {
    for await (const _ of predict({ run, paths, engine: 'onnx', workers: WORKERS }));
  };
  const product = async (): Promise<number> =>
    images / ((await secondsOf(predicted(many))) - (await secondsOf(predicted(few))));
  await compare({
    title: `predict, ${base}, JPEGs of 100 to 1,000 px to ${side} px, ${copies[1] * PHOTOGRAPHS} images minus ${copies[0] * PHOTOGRAPHS}, ${WORKERS} workers`,
    unit: 'images/s',
    largerIsBetter: true,
    product,
    peer: forward,
    peerName: 'forward',
  });
}

async function saveClassifier(
  folder: string,
  definition: ModelDefinition,
  size: { readonly height: number; readonly width: number },
): Promise<void> {
  const recipe = parseRecipe([{ op: 'resize', ...size, resampler: 'cv2-linear' }]);
  const card = { classes: CLASSES, recipe, recipeHash: recipeHash(recipe), versions: {} };
  await saveModel(folder, definition, card);
}

/** Makes a folder with hard links to all files of a folder, several times. */
async function linkCopies(folder: string, target: string, copies: number): Promise<void> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  for (let copy = 0; copy < copies; copy++) {
    await mkdir(join(target, String(copy)), { recursive: true });
    for (const file of files)
      if (file.isFile())
        await link(join(file.parentPath, file.name), join(target, String(copy), file.name));
  }
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
