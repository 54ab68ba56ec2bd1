import { sniff } from '@sprout/imgproc';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deadTemporary } from '../../test/dead-temporary.ts';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { preview, type PreviewOptions, type RunEvent } from '../index.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let photos: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  photos = await writePhotos(join(folder.path, 'photos'), {
    blue: [BLUE, BLUE, BLUE],
    red: [RED, RED, RED],
  });
});

afterAll(() => folder[Symbol.asyncDispose]());

const options = (out: string, more: Partial<PreviewOptions> = {}): PreviewOptions => ({
  folder: photos,
  out: join(folder.path, out),
  size: { height: 4, width: 4 },
  augment: false,
  workers: 0,
  ...more,
});

const count = (svg: string, text: string): number => svg.split(text).length - 1;

test('each row has the original, the prepared image and four augmentations', async () => {
  const own = options('rows.svg', { rows: 2, augment: [{ op: 'flip-horizontal' }] });
  const { sheet, images } = await preview(own);
  expect(sheet).toBe(own.out);
  expect(images).toHaveLength(2);
  const svg = await readFile(sheet, 'utf8');
  expect(count(svg, '<image ')).toBe(2 * 6);
  for (const text of ['original', 'prepared', 'augmented 1', 'augmented 4', ...images])
    expect(svg).toContain(`>${text}<`);
});

test('an augmentation has its ops and the numbers drawn for it as its caption', async () => {
  const augment = [{ op: 'rotate', degrees: [10, 10] }] as const;
  const own = options('grid.svg', { rows: 2, copies: 3, augment });
  const svg = await readFile((await preview(own)).sheet, 'utf8');
  expect(count(svg, '<image ')).toBe(2 * 5);
  expect(count(svg, '>rotate degrees 10<')).toBe(2 * 3);
  expect(svg).toContain('>augmented 3<');
  expect(svg).not.toContain('>augmented 4<');
  await expect(preview(options('grid.svg', { copies: 0 }))).rejects.toMatchObject({
    context: { option: 'copies', value: '0' },
  });
});

test.each([0, -1, 1.5, NaN])('a sheet cannot have %d rows', async (rows) => {
  await expect(preview(options('rows.svg', { rows }))).rejects.toMatchObject({
    code: 'option-invalid',
    context: { option: 'rows', value: String(rows), rule: 'a whole number, at least 1' },
  });
});

test('a sheet has a limit, which is said before an image is read', async () => {
  const missing = join(photos, 'none');
  await expect(preview(options('rows.svg', { folder: missing, rows: 334 }))).rejects.toThrow(
    'rows must be at most 333 with 4 copies: a sheet has at most 2000 pictures; received 334',
  );
  expect(await preview(options('part.svg', { rows: 2, copies: 1 }))).toMatchObject({ of: 6 });
});

test('by default the sheet has six rows, from each class in turn', async () => {
  const { images } = await preview(options('default.svg'));
  expect(images).toHaveLength(6);
  const two = await preview(options('two.svg', { rows: 2 }));
  expect(two.images.map((id) => id.split('/')[0])).toEqual(['blue', 'red']);
});

test('the same seed shows the same images', async () => {
  const first = await preview(options('a.svg', { rows: 3, seed: 1 }));
  const second = await preview(options('b.svg', { rows: 3, seed: 1 }));
  expect(second.images).toEqual(first.images);
  expect(await readFile(second.sheet)).toEqual(await readFile(first.sheet));
});

test('a file that ends in .png is a PNG, in upper case too', async () => {
  const { sheet } = await preview(options('sheet.PNG', { rows: 1 }));
  expect(sniff(await readFile(sheet))).toMatchObject({ format: 'png' });
});

test('any other file, and a file in the data set, is refused before an image is read', async () => {
  const before = await readdir(folder.path);
  const jpeg = options('sheet.jpg');
  await expect(preview(jpeg)).rejects.toMatchObject({
    code: 'option-invalid',
    context: { option: 'out', value: jpeg.out, rule: 'a file that ends in .png or .svg' },
  });
  const inside = options(join('photos', 'sheet.png'));
  await expect(preview(inside)).rejects.toMatchObject({
    code: 'option-invalid',
    context: { option: 'out', value: inside.out, rule: `outside of ${photos}` },
  });
  expect(await readdir(folder.path)).toEqual(before);
});

test('a bad image is left out with an event, or an error', async () => {
  const damaged = await writePhotos(join(folder.path, 'damaged'), { blue: [BLUE], red: [''] });
  const events: RunEvent[] = [];
  const onEvent = (event: RunEvent): void => void events.push(event);
  const own = options('damaged.svg', { folder: damaged });
  const { images } = await preview({ ...own, onBad: 'skip' }, { onEvent });
  expect(images).toEqual(['blue/0.png']);
  expect(events).toEqual([
    { type: 'image-left-out', reason: expect.stringContaining('the file is empty') as string },
  ]);
  await expect(preview({ ...own, onBad: 'fail' })).rejects.toMatchObject({ code: 'images-bad' });
});

test('a signal that is aborted ends the command with the reason, without a sheet', async () => {
  const reason = new Error('enough');
  const own = options('stopped.svg');
  await expect(preview(own, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(await readdir(folder.path)).not.toContain('stopped.svg');
});

test('what a call that was killed left beside the sheet is removed', async () => {
  const own = options(join('sheets', 'a.svg'), { rows: 1 });
  await mkdir(join(folder.path, 'sheets'));
  await writeFile(join(folder.path, 'sheets', await deadTemporary()), '<svg');
  await preview(own);
  expect(await readdir(join(folder.path, 'sheets'))).toEqual(['a.svg']);
});
