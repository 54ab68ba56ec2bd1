import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { batches, cachedSource, type ImageSource, openRecordCache, scanFolder } from '@sprout/core';
import type { Benchmark } from './benchmark.ts';
import { compare } from './compare.ts';
import { startPeer } from './python-peer.ts';

const COUNT = 4750;
const CLASSES = 12;
const HEIGHT = 150;
const WIDTH = 150;
const RECORD_BYTES = HEIGHT * WIDTH * 3;

/** Epochs after the first: shuffled batches of 32 from the cache of prepared images. */
export const benchmark: Benchmark = async ({ peer }) => {
  const folder = await mkdtemp(join(tmpdir(), 'sprout-bench-'));
  try {
    const { samples } = await scanFolder(await makeFiles(join(folder, 'photos')));
    const options = { key: 'bench', height: HEIGHT, width: WIDTH, channels: 3 };
    await using cache = await openRecordCache(join(folder, 'cache'), options);
    const source = cachedSource(plainSource, cache);
    let epoch = 0;
    const product = async (): Promise<number> => {
      const start = performance.now();
      let count = 0;
      for await (const batch of batches(source, {
        samples,
        recipe: [],
        batchSize: 32,
        seed: 0,
        epoch,
      })) {
        count += batch.count;
      }
      epoch++;
      return (count / (performance.now() - start)) * 1000;
    };
    await product(); // fills the cache
    await product(); // verifies every record
    using opponent = peer === undefined ? undefined : startPeer(peer, 'cached_epochs.py');
    await opponent?.round();
    await compare({
      title: 'cached-epochs: 4,750 images of 150 x 150, batches of 32',
      unit: 'images/s',
      largerIsBetter: true,
      rounds: 9,
      product,
      peer: opponent?.round,
      peerName: 'DataLoader',
    });
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** Creates empty files instead of images. Their content is not read. */
async function makeFiles(folder: string): Promise<string> {
  for (let label = 0; label < CLASSES; label++) {
    await mkdir(join(folder, `class ${label}`), { recursive: true });
  }
  for (let number = 0; number < COUNT; number++) {
    await writeFile(join(folder, `class ${number % CLASSES}`, `${number}.png`), '');
  }
  return folder;
}

const plainSource: ImageSource = {
  render: async (samples, { recipe }) => plainSource.prepare(samples, recipe),
  prepare: async (samples) => ({
    images: new Uint8Array(samples.length * RECORD_BYTES).fill(samples.length),
    height: HEIGHT,
    width: WIDTH,
    channels: 3,
    bad: [],
    [Symbol.dispose]: () => undefined,
  }),
  augment: async (prepared) => prepared,
};
