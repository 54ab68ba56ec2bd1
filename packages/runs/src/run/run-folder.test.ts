import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { readRunRecord, writeRunRecord } from '@sprout/core';
import { writeFinishedRun } from '../../test/finished-run.ts';
import { checkNameIsFree, createRunFolder } from './run-folder.ts';

test('by default a run is named after its model, with the next free number', async () => {
  await using runs = await temporaryFolder();
  const made = await Promise.all(
    [1, 2, 3].map(() => createRunFolder(join(runs.path, 'deep', 'runs'), { model: 'logistic' })),
  );
  expect(made.map(({ folder }) => folder).toSorted()).toEqual(
    [1, 2, 3].map((number) => join(runs.path, 'deep', 'runs', `logistic-${number}`)),
  );
});

test('the name of an existing folder or file is refused', async () => {
  await using runs = await temporaryFolder();
  await mkdir(join(runs.path, 'taken'));
  await writeFile(join(runs.path, 'file'), '');
  for (const name of ['taken', 'file']) {
    await expect(createRunFolder(runs.path, { name, model: 'm' })).rejects.toThrow(
      /exists already/,
    );
    await expect(checkNameIsFree(runs.path, name)).rejects.toThrow(/exists already/);
  }
});

test.each([
  ['completed', true],
  ['interrupted', false],
  ['failed', false],
] as const)(
  'the name of a run is refused, with the fact whether it is finished: %s',
  async (state, isFinished) => {
    await using runs = await temporaryFolder();
    const { record, folder } = await writeFinishedRun(runs.path, { photos: '/photos' });
    await writeRunRecord(record, { ...(await readRunRecord(record)), state });
    const error = { code: 'run-exists', context: { run: folder, isFinished } };
    await expect(checkNameIsFree(runs.path, 'logistic-1')).rejects.toMatchObject(error);
    await expect(
      createRunFolder(runs.path, { name: 'logistic-1', model: 'm' }),
    ).rejects.toMatchObject(error);
  },
);

test.each(['', '.', '..', 'a/b', 'a\\b', 'é'.repeat(128)])(
  '%j is not a valid name',
  async (name) => {
    await expect(checkNameIsFree('runs', name)).rejects.toThrow(/name must be a plain name/);
  },
);

test('long names and names in any script are valid', async () => {
  for (const name of ['x'.repeat(255), 'forêt', '-1'])
    await expect(checkNameIsFree('no-such-folder', name)).resolves.toBeUndefined();
});
