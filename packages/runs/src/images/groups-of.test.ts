import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { groupsOf } from './groups-of.ts';

test('the first capture group of a pattern names the group, or else the whole match', async () => {
  const captured = await groupsOf('plant-(\\d+)');
  expect(captured('oak/plant-12-a.png')).toBe('12');
  const matched = await groupsOf('plant-\\d+');
  expect(matched('oak/plant-12-a.png')).toBe('plant-12');
  expect(matched('oak/other.png')).toBe('oak/other.png');
});

test('an invalid pattern is an error', async () => {
  await expect(groupsOf('(')).rejects.toThrow(
    /groupBy must be a regular expression, or a CSV file/,
  );
});

test('a table names the groups of its paths, in columns of any order', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'Groups.CSV');
  await writeFile(file, 'group,camera,path\nwest,1,oak/1.png\n');
  const groups = await groupsOf(file);
  expect(groups('oak/1.png')).toBe('west');
  expect(groups('oak/2.png')).toBe('oak/2.png');
});

test('a table without its two columns is an error', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'groups.csv');
  await writeFile(file, 'path,plant\noak/1.png,1\n');
  await expect(groupsOf(file)).rejects.toThrow(/must name the columns path and group/);
});
