import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { inspect, type RunEvent, split } from '../index.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let photos: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  photos = join(folder.path, 'photos');
  await writePhotos(photos, { blue: [BLUE, [0, 0, 90], ''], red: [RED, RED] });
  await writeFile(join(photos, 'blue', 'notes.txt'), '');
});

afterAll(() => folder[Symbol.asyncDispose]());

test('returns the health of the data set, with the paths that were left out', async () => {
  const result = await inspect({ folder: photos, workers: 0 });
  expect(result).toMatchObject({
    folder: photos,
    images: 4,
    classes: [
      { name: 'blue', images: 2, bad: 1 },
      { name: 'red', images: 2, bad: 0 },
    ],
    bad: [{ id: 'blue/2.png' }],
    skipped: [{ path: 'blue/notes.txt' }],
    warnings: [],
  });
  expect(structuredClone(result)).toEqual(result); // plain data
});

test('emits the progress of the images', async () => {
  const events: RunEvent[] = [];
  const onEvent = (event: RunEvent): void => void events.push(event);
  await inspect({ folder: photos, workers: 0 }, { onEvent });
  expect(events[0]).toEqual({ type: 'task-start', task: 'examine', total: 5 });
  expect(events.at(-2)).toEqual({ type: 'task-progress', task: 'examine', done: 5, total: 5 });
});

test('with a split manifest, duplicates in both of its subsets are found', async () => {
  const { out } = await split({ folder: photos, validation: 1, out: join(folder.path, 'a.csv') });
  const { duplicates, findings } = await inspect({ folder: photos, split: out, workers: 0 });
  expect(duplicates).toContainEqual(
    expect.objectContaining({ ids: ['red/0.png', 'red/1.png'], acrossSplit: true }),
  );
  expect(findings.map(({ kind }) => kind)).toContain('split-leak');
  const without = await inspect({ folder: photos, workers: 0 });
  expect(without.duplicates.filter(({ acrossSplit }) => acrossSplit)).toEqual([]);
});

test('with out, the duplicates are a table that keeps copies on one side of a split, and a page', async () => {
  const copies = await writePhotos(join(folder.path, 'copies'), {
    a: [RED, BLUE, RED, RED, [9, 90, 9]],
    b: [BLUE, [90, 9, 9], [1, 2, 3], RED],
  });
  const out = join(folder.path, 'inspection');
  const { files, duplicates } = await inspect({ folder: copies, out, workers: 0 });
  expect(files).toEqual({
    duplicates: join(out, 'duplicates.csv'),
    page: join(out, 'inspection.html'),
  });
  const table = await readFile(files!.duplicates, 'utf8');
  expect(table.split('\n').slice(0, 3)).toEqual([
    'path,group,likeness',
    'a/0.png,duplicates-1,same-file',
    'a/2.png,duplicates-1,same-file',
  ]);
  const page = await readFile(files!.page, 'utf8');
  expect(page.match(/src="data:image\/webp/g)).toHaveLength(
    duplicates.flatMap(({ ids }) => ids).length,
  );
  const leaks = async (name: string, groupBy?: string): Promise<number> => {
    const manifest = join(folder.path, name);
    await split({ folder: copies, validation: 0.3, seed: 0, groupBy, out: manifest });
    const after = await inspect({ folder: copies, split: manifest, workers: 0 });
    return after.duplicates.filter(({ acrossSplit }) => acrossSplit).length;
  };
  expect(await leaks('alone.csv')).toBeGreaterThan(0);
  expect(await leaks('together.csv', files!.duplicates)).toBe(0);
  await inspect({ folder: copies, out, workers: 0 }); // the same files
  expect(await readFile(files!.duplicates, 'utf8')).toBe(table);
});

test('out is refused where it holds other files, and inside the data set', async () => {
  const refused = (out: string) => inspect({ folder: photos, out, workers: 0 });
  await expect(refused(folder.path)).rejects.toMatchObject({ code: 'folder-occupied' });
  await expect(refused(join(photos, 'found'))).rejects.toMatchObject({
    code: 'option-invalid',
    context: { option: 'out' },
  });
});

test('a split of another data set is an error with the manifest', async () => {
  const manifest = join(folder.path, 'other.csv');
  await writeFile(manifest, 'path,class,subset\ngrey/0.png,grey,training\n');
  await expect(inspect({ folder: photos, split: manifest, workers: 0 })).rejects.toMatchObject({
    code: 'file-invalid',
    context: { file: manifest, reason: `it lists grey/0.png, which ${photos} does not hold` },
  });
});

test('a folder with a single class is inspected, one without images is an error', async () => {
  const one = await writePhotos(join(folder.path, 'one'), { blue: [BLUE] });
  expect((await inspect({ folder: one, workers: 0 })).images).toBe(1);
  await expect(inspect({ folder: join(one, 'blue'), workers: 0 })).rejects.toMatchObject({
    code: 'folder-empty',
  });
});

test('files that are odd, but sound, are listed with what is odd', async () => {
  const odd = await writePhotos(join(folder.path, 'odd'), { blue: [BLUE] });
  const fixtures = new URL('../../../imgproc/fixtures/', import.meta.url);
  for (const name of ['odd-codec/jfif-2.1.jpg', 'codec/pages.tif', 'odd-codec/private-tags.tif'])
    await copyFile(new URL(name, fixtures), join(odd, 'blue', basename(name)));
  const { odd: listed, findings, images } = await inspect({ folder: odd, workers: 0 });
  expect(images).toBe(4);
  expect(listed).toEqual([
    { id: 'blue/jfif-2.1.jpg', oddity: 'the JFIF revision 2.1' },
    { id: 'blue/pages.tif', oddity: 'further pages, which are not read' },
    { id: 'blue/private-tags.tif', oddity: 'the private tags 33550, 34735, 65000' },
  ]);
  expect(findings.find(({ kind }) => kind === 'odd-file')?.files).toHaveLength(3);
});
