import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Benchmark } from './benchmark.ts';

const bin = fileURLToPath(new URL('../apps/cli/bin/sprout.js', import.meta.url));
const monitor = fileURLToPath(new URL('./monitor-event-loop.mjs', import.meta.url));

/** The 99th percentile of the event-loop delay in the main thread of the program, during a training. */
export const benchmark: Benchmark = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sprout-event-loop-'));
  try {
    await run([
      bin,
      'sample',
      join(folder, 'sample'),
      '--classes',
      '12',
      '--images',
      '20',
      '--quiet',
    ]);
    const runs = join(folder, 'runs');
    const command = ['train', join(folder, 'sample'), '--epochs', '3', '--runs', runs, '--quiet'];
    await run(['--import', monitor, bin, ...command]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

function run(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`ended with ${code}`))));
  });
}
