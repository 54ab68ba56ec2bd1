import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpSpec, Raster } from '@sprout/core';
import { augmentationOpNames, setUpAugmentation } from '@sprout/imgproc';
import sharp from 'sharp';
import { augmentCases } from './augment-cases.ts';
import { type AugmentPeer, startAugmentPeers } from './augment-peers.ts';
import type { Benchmark } from './benchmark.ts';
import { median } from './compare.ts';
import { photographs } from './make-photographs.ts';
import { roundTimer } from './round-timer.ts';

const SIDE = 150;
const ROUNDS = 7;
/**
 * Each op on one image of 150 x 150 pixels on one thread, with its draw, against each library that offers it. A ratio above 1 means that
 * Sprout is faster than the fastest library.
 */
export const benchmark: Benchmark = async ({ peer, only }) => {
  const folder = await mkdtemp(join(tmpdir(), 'sprout-bench-'));
  let peers: AugmentPeer[] = [];
  try {
    const image = await photograph();
    const path = join(folder, 'image.rgb');
    await writeFile(path, image.data);
    peers = peer === undefined ? [] : await startAugmentPeers(peer, path);
    const rows: Row[] = [];
    for (const [name, spec] of augmentCases(augmentationOpNames)) {
      if (only !== undefined && !only.split(',').some((part) => name.startsWith(part))) continue;
      const row = await measure(name, await timer(image, spec), peers);
      console.log(lineOf(row));
      rows.push(row);
    }
    console.log(summaryOf(rows));
  } finally {
    for (const each of peers) each[Symbol.dispose]();
    await rm(folder, { recursive: true });
  }
};

interface Row {
  readonly name: string;
  /** Microseconds an image. */
  readonly sprout: number;
  readonly peers: readonly { readonly library: string; readonly figure: number }[];
}

async function photograph(): Promise<Raster> {
  const [file] = await photographs();
  const resized = sharp(file).removeAlpha().resize(SIDE, SIDE, { fit: 'fill' });
  const data = await resized.raw().toBuffer();
  return { height: SIDE, width: SIDE, channels: 3, data: new Uint8Array(data) };
}

/**
 * A function that measures one round: microseconds an image. Each image gets numbers of its own. Results are released, as Python frees the
 * results of the libraries before the next call.
 */
async function timer(image: Raster, spec: OpSpec): Promise<() => number> {
  const { draw, apply, release } = await setUpAugmentation([spec]);
  let epoch = 0;
  return roundTimer(() => {
    release(apply(image, draw({ seed: 0, epoch: epoch++, id: 'a/image.png' })));
  });
}

async function measure(
  name: string,
  product: () => number,
  all: readonly AugmentPeer[],
): Promise<Row> {
  const firsts = await Promise.all(all.map((each) => each.round(name))); // not measured
  const opponents = all.filter((_, index) => firsts[index]! >= 0);
  const ours: number[] = [];
  const theirs = opponents.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(product());
    for (const [index, each] of opponents.entries()) theirs[index]!.push(await each.round(name));
  }
  const peers = opponents.map(({ library }, index) => ({
    library,
    figure: median(theirs[index]!),
  }));
  return {
    name,
    sprout: median(ours),
    peers: peers.toSorted((one, other) => one.figure - other.figure),
  };
}

function ratioOf({ sprout, peers: [fastest] }: Row): number | undefined {
  return fastest === undefined ? undefined : fastest.figure / sprout;
}

function lineOf(row: Row): string {
  const ratio = ratioOf(row);
  const figures = row.peers.map(({ library, figure }) => `${library} ${format(figure)}`);
  return [
    row.name.padEnd(33),
    format(row.sprout).padStart(7),
    (ratio === undefined ? '' : `${ratio.toFixed(2)}x`).padStart(8),
    `  ${figures.join(', ')}`,
  ].join('');
}

function summaryOf(rows: readonly Row[]): string {
  const ratios = rows.map(ratioOf).filter((ratio) => ratio !== undefined);
  const count = (least: number): number => ratios.filter((ratio) => ratio >= least).length;
  return `augment, ${SIDE} x ${SIDE} RGB, 1 thread, microseconds an image, median of ${ROUNDS} rounds: of ${ratios.length} with a peer, ${count(1)} at least 1x of the fastest one, ${count(1 / 1.5)} at least 1/1.5`;
}

function format(figure: number): string {
  return figure.toLocaleString('en', { maximumFractionDigits: figure < 100 ? 1 : 0 });
}
