import { samplesFrom } from '@sprout/core';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import type { RunEvent } from '../event/run-event.ts';
import { groupsOf } from './groups-of.ts';

function datasetOf(...ids: string[]) {
  const samples = samplesFrom(ids.map((id) => ({ id, path: `photos/${id}`, label: 0 })));
  return { folder: 'photos', classes: ['oak'], samples };
}

const quiet = (event: RunEvent): void => expect.unreachable(event.type);

test('the first capture group of a pattern names the group, or else the whole match', async () => {
  const dataset = datasetOf('oak/plant-12-a.png');
  const captured = await groupsOf('plant-(\\d+)', dataset, quiet);
  expect(captured('oak/plant-12-a.png')).toBe('12');
  const matched = await groupsOf('plant-\\d+', dataset, quiet);
  expect(matched('oak/plant-12-a.png')).toBe('plant-12');
});

test('an image without a group is a group of its own, and an event names the first ones', async () => {
  const others = ['oak/a.png', 'oak/b.png', 'oak/c.png', 'oak/d.png'];
  const events: RunEvent[] = [];
  const groups = await groupsOf('x(\\d*)', datasetOf('oak/x1.png', ...others), (event) => {
    events.push(event);
  });
  expect(groups('oak/a.png')).toBe('oak/a.png');
  expect(events).toEqual([{ type: 'groups-missing', count: 4, first: others.slice(0, 3) }]);
});

test('a pattern that matches no image is an error', async () => {
  await expect(groupsOf('nothing(\\d)', datasetOf('oak/1.png'), quiet)).rejects.toThrow(
    'groupBy must be a pattern or a CSV file that names groups of the images (oak/1.png and others); received nothing(\\d)',
  );
});

test('an invalid pattern is an error', async () => {
  await expect(groupsOf('(', datasetOf('oak/1.png'), quiet)).rejects.toThrow(
    /groupBy must be a regular expression, or a CSV file/,
  );
});

test('a table names the groups of its paths, in columns of any order', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'Groups.CSV');
  await writeFile(file, 'group,camera,path\nwest,1,photos\\oak\\1.png\neast,2,./oak/2.png\n');
  const groups = await groupsOf(file, datasetOf('oak/1.png', 'oak/2.png'), quiet);
  expect([groups('oak/1.png'), groups('oak/2.png')]).toEqual(['west', 'east']);
});

test('images that a table of duplicates does not list are no event', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'duplicates.csv');
  await writeFile(file, 'path,group,likeness\noak/1.png,duplicates-1,same-file\n');
  const groups = await groupsOf(file, datasetOf('oak/1.png', 'oak/2.png'), quiet);
  expect([groups('oak/1.png'), groups('oak/2.png')]).toEqual(['duplicates-1', 'oak/2.png']);
});

test('a table of other paths, or with empty groups, is an error', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'groups.csv');
  for (const row of ['elsewhere/oak/1.png,west', 'oak/1.png,']) {
    await writeFile(file, `path,group\n${row}\n`);
    await expect(groupsOf(file, datasetOf('oak/1.png'), quiet)).rejects.toMatchObject({
      code: 'option-invalid',
      context: { option: 'groupBy', value: file },
    });
  }
});

test('a table without rows names no groups', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'groups.csv');
  await writeFile(file, 'path,group,likeness\n');
  const groups = await groupsOf(file, datasetOf('oak/1.png'), quiet);
  expect(groups('oak/1.png')).toBe('oak/1.png');
});

test('a table without its two columns is an error', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'groups.csv');
  await writeFile(file, 'path,plant\noak/1.png,1\n');
  await expect(groupsOf(file, datasetOf('oak/1.png'), quiet)).rejects.toThrow(
    /must name the columns path and group/,
  );
});
