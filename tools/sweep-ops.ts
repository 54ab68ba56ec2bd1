/**
 * Runs every op of an augmentation on many small images and on odd ones, and looks for leaks.
 *
 *     node --expose-gc --conditions=@sprout/source --import ./tools/ts-register.mjs tools/sweep-ops.ts [IMAGES] [OP...]
 *
 * It prints, for each op, the time for an image of 24 x 24 pixels, and by how many MB the memory of the process and that of opencv.js grew
 * between the first tenth of the images and the last one. Odd images are of 1 x 1, 1 x 7, 7 x 1 and 4,000 x 3,000 pixels, and without colours.
 * An op may refuse one of them as an image that it cannot use. Any other error is a failure, and so is a growth of the process above 32 MB, or
 * of its live memory or that of opencv.js above 8 MB. Then the exit code is 1.
 */
import { setTimeout } from 'node:timers/promises';
import { isSproutError, type Raster, rngAt } from '@sprout/core';
import { setUpOps, opencv } from '../packages/imgproc/test/set-up-ops.ts';
import { augmentationOpNames } from '../packages/imgproc/src/ops/index.ts';
import { shownOp } from '../scripts/gallery/shown-op.ts';

/** The largest growth of live memory, in MB. */
const MOST_GROWTH = 8;
/** The largest growth of the process, in MB. It includes memory that was collected but not yet returned to the system. */
const MOST_PROCESS_GROWTH = 32;
const SIDE = 24;
const [count = '10000', ...chosen] = process.argv.slice(2);
const images = Number(count);
const pool = Array.from({ length: 50 }, (_, at) => noisy(SIDE, SIDE, at));
const odd: readonly Raster[] = [
  noisy(1, 1, 0),
  noisy(1, 7, 1),
  noisy(7, 1, 2),
  noisy(3000, 4000, 3),
  grey(SIDE, SIDE + 5),
];

const failures: string[] = [];
for (const op of chosen.length > 0 ? chosen : augmentationOpNames) {
  try {
    console.log(await sweep(op));
  } catch (error) {
    failures.push(`${op}: ${String(error)}`);
    console.log(failures.at(-1));
  }
}
console.log(failures.length === 0 ? 'no failure' : `${failures.length} failures`);
process.exitCode = failures.length === 0 ? 0 : 1;

async function sweep(op: string): Promise<string> {
  const spec = fitting(op);
  const ops = setUpOps([spec]);
  if (ops.needsOpenCv) await opencv.ready();
  const run = (source: Raster, seed: number): Raster => ops.apply(source, ops.draw(seed));
  const tenth = Math.ceil(images / 10);
  for (let seed = 0; seed < tenth; seed++) run(pool[seed % pool.length]!, seed);
  const before = await memory(ops.needsOpenCv);
  const start = performance.now();
  for (let seed = tenth; seed < images; seed++) run(pool[seed % pool.length]!, seed);
  const micros = ((performance.now() - start) * 1000) / (images - tenth);
  const after = await memory(ops.needsOpenCv);
  const growth = after.map((bytes, at) => (bytes - before[at]!) / 2 ** 20);
  const refused = odd.flatMap((source) => refusal(() => run(source, 1), source));
  const texts = growth.map((own) => own.toFixed(1)).join(' ');
  const [ofProcess = 0, ...ofLive] = growth;
  if (ofProcess > MOST_PROCESS_GROWTH || ofLive.some((own) => own > MOST_GROWTH))
    failures.push(`${op} grew by ${texts} MB`);
  return `${op.padEnd(24)} ${micros.toFixed(0).padStart(6)} us  grew by ${texts} MB  ${refused.join('; ')}`;
}

/** The example of an op, with a crop that fits the images. */
function fitting(op: string) {
  return op === 'random-crop' ? { op, height: 1, width: 1 } : shownOp(op).example;
}

/** The bytes of the process, of its JavaScript heap and buffers, and of opencv.js. Buffers are freed some time after a collection. */
async function memory(hasOpenCv: boolean): Promise<number[]> {
  for (let times = 0; times < 3; times++) {
    globalThis.gc?.();
    await setTimeout(20);
  }
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return [rss, heapUsed + arrayBuffers, ...(hasOpenCv ? [opencv.cv.HEAPU8.length] : [])];
}

function refusal(run: () => Raster, { height, width }: Raster): string[] {
  try {
    const result = run();
    const { height: rows, width: columns, channels, data } = result;
    if (data.length !== rows * columns * channels) throw new Error(`${data.length} values`);
    return [];
  } catch (error) {
    if (!isSproutError(error, 'image-unprocessable')) throw error;
    return [`${height} x ${width}: ${error.message}`];
  }
}

function noisy(height: number, width: number, seed: number): Raster {
  const rng = rngAt(seed, ['sweep']);
  const some = Uint8Array.from({ length: 4099 }, () => rng.integer(256));
  const data = new Uint8Array(height * width * 3).map((_, at) => some[at % some.length]!);
  return { height, width, channels: 3, data };
}

function grey(height: number, width: number): Raster {
  const data = new Uint8Array(height * width * 3).map((_, at) => (Math.floor(at / 3) * 7) % 256);
  return { height, width, channels: 3, data };
}
