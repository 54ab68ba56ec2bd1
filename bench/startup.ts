import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Benchmark } from './benchmark.ts';
import { median } from './compare.ts';

const bin = fileURLToPath(new URL('../apps/cli/bin/sprout.js', import.meta.url));
const ROUNDS = 15;

/** The time of `sprout --help`, compared with an empty Node program, and the time to the first batch of a training. */
export const benchmark: Benchmark = async () => {
  const empty: number[] = [];
  const help: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    empty.push(timed(() => execFileSync(process.execPath, ['-e', ''])));
    help.push(timed(() => execFileSync(process.execPath, [bin, '--help'])));
  }
  console.log(`node -e ''        ${median(empty).toFixed(0)} ms (median of ${ROUNDS})`);
  console.log(
    `sprout --help     ${median(help).toFixed(0)} ms (median of ${ROUNDS}); to stay under 150 ms`,
  );
  const first: number[] = [];
  for (let round = 0; round < 5; round++) first.push(await firstBatch());
  console.log(
    `first batch       ${(median(first) / 1000).toFixed(2)} s (median of 5); to stay under 1.5 s`,
  );
};

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The time from the start of a process that imports the library to its first prepared batch of 32. */
async function firstBatch(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'sprout-startup-'));
  try {
    execFileSync(process.execPath, [
      bin,
      'sample',
      folder,
      '--classes',
      '2',
      '--images',
      '20',
      '--quiet',
    ]);
    const script = `
      import { batches, scanFolder } from '@sprout/core';
      import { createImagePool } from '@sprout/imgproc';
      const { samples } = await scanFolder(${JSON.stringify(folder)});
      const recipe = [{ op: 'resize', height: 150, width: 150 }];
      const pool = await createImagePool();
      for await (const batch of batches(pool, { samples, recipe, batchSize: 32, seed: 0, epoch: 0 })) {
        process.stdout.write(String(batch.count));
        process.exit(0);
      }`;
    const start = performance.now();
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: fileURLToPath(new URL('../apps/cli', import.meta.url)),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const closed = once(child, 'close');
    const begun = once(child.stdout, 'data').then(() => performance.now() - start);
    const [code] = (await closed) as [number];
    if (code !== 0) throw new Error(`the first batch ended with ${code}`);
    return await begun;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
