import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compare } from './compare.ts';

test('a single run is an error that names the argument', async () => {
  await expect(compare(['runs/a'], {})).rejects.toThrow(
    'RUN must be two run folders or more; received runs/a',
  );
});

test('a run and an evaluation are not compared', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sprout-'));
  try {
    const [run, evaluation] = [join(folder, 'small'), join(folder, 'autumn')];
    for (const made of [run, evaluation]) await mkdir(made);
    await writeFile(join(run, 'run.json'), '{}');
    await writeFile(join(evaluation, 'evaluation.json'), '{}');
    await expect(compare([run, evaluation], {})).rejects.toThrow(
      `RUN must be runs only or evaluations only; received ${run} (run), ${evaluation} (evaluation)`,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
