import { isSproutError } from '@sprout/core';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { METRICS, writeFinishedRun } from '../../test/finished-run.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { readRun } from './read-run.ts';
import type { RunFolder } from './run-folder.ts';

/** The error of reading a run after a change of its files. */
async function errorAfter(change: (run: RunFolder) => Promise<unknown>): Promise<unknown> {
  await using folder = await temporaryFolder();
  const run = await writeFinishedRun(folder.path, { photos: '/photos' });
  await change(run);
  return await readRun(run).catch((error: unknown) => error);
}

test('the contents of all files are returned', async () => {
  await using folder = await temporaryFolder();
  const run = await writeFinishedRun(folder.path, { photos: '/photos' });
  const read = await readRun(run);
  expect(read.run).toBe(run);
  expect(read.record).toMatchObject({ state: 'completed', seed: 7, classes: ['blue', 'red'] });
  expect(read.resolved).toMatchObject({ model: { name: 'logistic' }, data: { folder: '/photos' } });
  expect(read.metrics).toEqual(METRICS);
  expect(read.evaluation).toMatchObject({ samples: 2, accuracy: 0.5 });
  expect(read.predictions).toEqual([
    { path: 'blue/0.png', label: 'blue', predicted: 'blue', probability: 0.8 },
    { path: 'red/0.png', label: 'red', predicted: 'blue', probability: 0.75 },
  ]);
  expect(read.split[0]).toEqual({ path: 'blue/1.png', className: 'blue', subset: 'training' });
  expect(read.split).toHaveLength(5);
});

test('a run has a health report if its images were examined', async () => {
  await using folder = await temporaryFolder();
  const run = await writeFinishedRun(folder.path, { photos: '/photos' });
  expect((await readRun(run)).health).toBeUndefined();
  const health = { images: 5, classes: [], duplicates: [], giveaways: [], findings: [] };
  await writeFile(run.health, JSON.stringify(health));
  expect((await readRun(run)).health).toEqual(health);
});

test('a run without an evaluation is not finished', async () => {
  const error = await errorAfter((run) => rm(run.evaluation));
  expect(isSproutError(error, 'run-incompatible')).toBe(true);
  expect(String(error)).toMatch(/logistic-1 cannot be used for this: it is not finished$/);
});

test.each(['record', 'health', 'metrics', 'predictions', 'split'] as const)(
  'a missing file (%s) is named',
  async (name) => {
    let file = '';
    const error = await errorAfter((run) => rm((file = run[name])));
    expect(error).toMatchObject({ code: 'file-missing', context: { file } });
  },
);

test.each([
  ['record', '{', 'it is not JSON'],
  ['evaluation', '{"samples": "two"}', 'expected number'],
  ['evaluation', '{', 'JSON'],
  ['health', '{"images": 1}', 'classes'],
  ['metrics', 'epoch,loss\n1,2\n', 'its first line must be epoch,step'],
  ['predictions', 'path,label\na,b\n', 'must begin with path,label,predicted,probability,loss'],
  ['split', 'path,class\na,b\n', 'must begin with path,class,subset'],
] as const)('a damaged file (%s: %j) is named with the reason', async (name, content, reason) => {
  let file = '';
  const error = await errorAfter((run) => writeFile((file = run[name]), content));
  expect(error).toMatchObject({ code: 'file-invalid', context: { file } });
  expect(String(error)).toContain(reason);
});

test.each(['1.5', '-0.1', '', 'high', 'NaN'])('%j is not a probability', async (cell) => {
  const text = `path,label,predicted,probability,loss\na.png,red,red,1,0\nb.png,red,red,${cell},0\n`;
  const error = await errorAfter((run) => writeFile(run.predictions, text));
  expect(error).toMatchObject({
    code: 'file-invalid',
    context: { reason: 'line 3 has no probability from 0 to 1' },
  });
});

test('a configuration with an unknown field is an error of the record', async () => {
  let file = '';
  const error = await errorAfter(async (run) => {
    file = run.record;
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"batchSize"', '"batchsize"'));
  });
  expect(error).toMatchObject({ code: 'file-invalid', context: { file } });
  expect(String(error)).toContain('unknown key "train.batchsize"; did you mean "batchSize"?');
});
