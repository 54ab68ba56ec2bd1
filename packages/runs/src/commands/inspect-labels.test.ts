import { parseCsv } from '@sprout/core';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallBaseOptions } from '../../test/small-base-options.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { inspect, type RunEvent } from '../index.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let options: Parameters<typeof inspect>[0];
let out: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  const {
    folder: photos,
    config,
    weights,
    size,
    engine,
    workers,
  } = await smallBaseOptions(folder.path);
  out = join(folder.path, 'labels');
  const runs = join(folder.path, 'runs');
  options = { folder: photos, labels: true, config, weights, size, engine, workers, out, runs };
}, 60_000);
afterAll(() => folder[Symbol.asyncDispose]());

test('every image is judged once, and the files are written', async () => {
  const { labels, images } = await inspect(options);
  const { files } = labels!;
  expect(labels).toMatchObject({ images: 16, base: 'mobilenet-v1' });
  expect(images).toBe(16);
  const [header, ...rows] = parseCsv(await readFile(files!.csv, 'utf8'));
  expect(header).toEqual([
    'path',
    'label',
    'suggested',
    'suspect',
    'self_confidence',
    'probability',
    'margin',
    'score',
  ]);
  expect(new Set(rows.map(([path]) => path)).size).toBe(16);
  const scores = rows.map((row) => Number(row[7]));
  expect(scores).toEqual(scores.toSorted((a, b) => a - b));
  expect(labels!.suspects.map(({ path }) => path)).toEqual(
    rows.filter((row) => row[3] === 'yes').map(([path]) => path),
  );
  expect(await readFile(files!.page, 'utf8')).toContain('Probably wrong labels of photos');
  expect(await readFile(files!.map, 'utf8')).toContain('xlink:href="../photos/');
  expect(structuredClone(labels)).toEqual(labels);
});

test('a second call takes the features from the cache and writes the same files', async () => {
  const before = await readFile(join(out, 'labels.csv'));
  const types: string[] = [];
  const judged: number[] = [];
  const onEvent = (event: RunEvent): void => {
    types.push(event.type);
    if (event.type === 'task-progress' && event.task === 'judge') judged.push(event.done);
  };
  await inspect(options, { onEvent });
  expect(judged).toEqual(judged.toSorted((a, b) => a - b));
  expect(judged.at(-1)).toBe(16);
  expect(types).not.toContain('extraction-started');
  expect(await readFile(join(out, 'labels.csv'))).toEqual(before);
});

test('labels and an inspection without them share a folder, in either order', async () => {
  const shared = { ...options, out: join(folder.path, 'shared') };
  const { folder: photos, runs, workers } = options;
  const plain = () => inspect({ folder: photos, out: shared.out, runs, workers });
  await plain();
  const first = await readdir(shared.out);
  await inspect(shared);
  const both = await readdir(shared.out);
  expect(both).toEqual(expect.arrayContaining([...first, 'labels.csv', 'map.html']));
  await plain();
  expect(await readdir(shared.out)).toEqual(both);
});

test('without a folder to write, the labels are judged and nothing is written', async () => {
  const before = (await readdir(folder.path)).toSorted();
  const { labels, files } = await inspect({ ...options, out: undefined });
  expect(labels).toMatchObject({ images: 16, base: 'mobilenet-v1' });
  expect(labels).not.toHaveProperty('files');
  expect(files).toBeUndefined();
  expect((await readdir(folder.path)).toSorted()).toEqual(before);
  await expect(stat('labels')).rejects.toThrow('ENOENT');
});

test('without weights the error says what to do, before any image is read', async () => {
  const types: string[] = [];
  const { folder: photos } = options;
  const onEvent = ({ type }: { readonly type: string }) => void types.push(type);
  await expect(inspect({ folder: photos, labels: true, out }, { onEvent })).rejects.toMatchObject({
    code: 'option-invalid',
    context: { option: 'weights', rule: expect.stringContaining('squeezenet-1.1') as string },
  });
  expect(types).toEqual([]);
});

test('a folder with other files is refused before an image is read, and so is the data set', async () => {
  const occupied = join(folder.path, 'occupied');
  await mkdir(occupied);
  await writeFile(join(occupied, 'notes.txt'), '');
  const own = { ...options, out: occupied };
  const tasks: string[] = [];
  const onEvent = (event: RunEvent) => void ('task' in event && tasks.push(event.task));
  await expect(inspect(own, { onEvent })).rejects.toMatchObject({ code: 'folder-occupied' });
  expect(tasks).toEqual([]);
  const inside = { ...options, out: join(options.folder, 'labels') };
  await expect(inspect(inside)).rejects.toMatchObject({ code: 'option-invalid' });
});

test('options of the base are errors without labels', async () => {
  const { folder: photos, weights } = options;
  await expect(inspect({ folder: photos, weights })).rejects.toMatchObject({
    context: { option: 'weights', rule: 'left out unless labels are judged' },
  });
});
