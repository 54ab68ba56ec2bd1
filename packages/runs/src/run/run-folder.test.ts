import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { checkNameIsFree, createRunFolder } from './run-folder.ts';

test('a run without a name gets that of the model and the next free number', async () => {
  await using runs = await temporaryFolder();
  const made = await Promise.all(
    [1, 2, 3].map(() => createRunFolder(join(runs.path, 'deep', 'runs'), { model: 'logistic' })),
  );
  expect(made.map(({ folder }) => folder).toSorted()).toEqual(
    [1, 2, 3].map((number) => join(runs.path, 'deep', 'runs', `logistic-${number}`)),
  );
});

test('a name that is taken is refused, also by a file', async () => {
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

test.each(['', '.', '..', 'a/b', 'a\\b', 'é'.repeat(128)])(
  '%j is no name of a run',
  async (name) => {
    await expect(checkNameIsFree('runs', name)).rejects.toThrow(/name must be a plain name/);
  },
);

test('a long name and a name in any script are names', async () => {
  for (const name of ['x'.repeat(255), 'forêt', '-1'])
    await expect(checkNameIsFree('no-such-folder', name)).resolves.toBeUndefined();
});
