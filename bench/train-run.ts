import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSample } from '@sprout/imgproc';
import { sharedData } from '../tools/shared-data.ts';
import type { Benchmark } from './benchmark.ts';
import { compare } from './compare.ts';
import { startPeer } from './python-peer.ts';

const bin = fileURLToPath(new URL('../apps/cli/bin/sprout.js', import.meta.url));
const EPOCHS = 2;

/**
 * The time of a whole `sprout train --model small-cnn` (start, checks, epochs, validation, report), compared with only the epochs
 * of a plain network in Keras on images that are already in memory.
 */
export const benchmark: Benchmark = async ({ peer }) => {
  const folder = await mkdtemp(join(tmpdir(), 'sprout-train-run-'));
  try {
    const images = sharedData('seedlings') ?? (await drawImages(folder));
    const product = (): Promise<number> => seconds(['train', images, '--runs', folder]);
    await product(); // fills the cache
    using opponent =
      peer === undefined ? undefined : startPeer(peer, 'train_run.py', [images, String(EPOCHS)]);
    await opponent?.round();
    await compare({
      title: `train-run, ${EPOCHS} epochs: small-cnn with all that sprout train does, the plain net alone`,
      unit: 's',
      largerIsBetter: false,
      rounds: 5,
      product,
      peer: opponent?.round,
      peerName: 'keras',
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

async function drawImages(folder: string): Promise<string> {
  const images = join(folder, 'images');
  await writeSample(images, { images: 100, size: 150 });
  return images;
}

async function seconds(command: readonly string[]): Promise<number> {
  const options = ['--model', 'small-cnn', '--epochs', String(EPOCHS), '--quiet'];
  const split = ['--validation', '12', '--validation-by', 'hash'];
  const start = performance.now();
  const child = spawn(process.execPath, [bin, ...command, ...options, ...split], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`ended with ${code}`))));
  });
  return (performance.now() - start) / 1000;
}
