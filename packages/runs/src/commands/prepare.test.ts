import { decode, resizeLinear } from '@sprout/imgproc';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BLUE, photo, RED, writePhotos } from '../../test/photos.ts';
import { deadTemporary } from '../../test/dead-temporary.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { prepare, type PrepareOptions, type RunEvent } from '../index.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let photos: string;
let out: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  photos = await writePhotos(join(folder.path, 'photos'), { blue: [BLUE, BLUE], red: [RED] });
  out = join(folder.path, 'prepared');
});

afterEach(() => folder[Symbol.asyncDispose]());

const recipe = [{ op: 'resize', height: 2, width: 3 }] as const;

const options = (more: Partial<PrepareOptions> = {}): PrepareOptions => ({
  folder: photos,
  out,
  recipe,
  workers: 0,
  ...more,
});

const imagesIn = async (path: string): Promise<string[]> =>
  (await readdir(path, { recursive: true })).filter((name) => /\.\w+$/.test(name)).toSorted();

test('each image is written as PNG, in the same folder structure', async () => {
  await cp(join(photos, 'red', '0.png'), join(photos, 'red', 'deep', 'photo.jpg'));
  const events: RunEvent[] = [];
  const result = await prepare(options(), { onEvent: (event) => void events.push(event) });
  expect(result).toEqual({ folder: out, written: 4, bad: [] });
  const images = ['blue/0.png', 'blue/1.png', 'red/0.png', 'red/deep/photo.png'];
  expect(await imagesIn(out)).toEqual(
    ['.sprout-prepared.json', ...images].map((name) => join(name)),
  );
  const { height, width, data } = await decode(await readFile(join(out, 'red', '0.png')), '0.png');
  expect({ height, width }).toEqual({ height: 2, width: 3 });
  expect([...data.subarray(0, 3)]).toEqual(RED);
  expect(events.at(-2)).toEqual({ type: 'task-progress', task: 'prepare', done: 4, total: 4 });
});

test('without a recipe JPEGs of four times the size are decoded at a smaller size', async () => {
  const fixture = new URL('../../../imgproc/fixtures/reduced-codec/444.jpg', import.meta.url);
  const bytes = await readFile(fixture); // 33 x 47 pixels
  await writeFile(join(photos, 'red', '0.jpg'), bytes);
  await rm(join(photos, 'red', '0.png'));
  const size = { height: 8, width: 8 };
  const written = async () => decode(await readFile(join(out, 'red', '0.png')), '0.png');
  await prepare(options({ recipe: undefined, size }));
  const reduced = await decode(bytes, '444.jpg', { reduceTo: size });
  expect(await written()).toEqual(resizeLinear(reduced, size));
  await rm(out, { recursive: true });
  await prepare(options({ size }));
  expect(await written()).toEqual(resizeLinear(await decode(bytes, '444.jpg'), size));
});

test('a size changes the resize of the recipe', async () => {
  await prepare(options({ size: { height: 5, width: 4 } }));
  const image = await decode(await readFile(join(out, 'blue', '1.png')), '1.png');
  expect(image).toMatchObject({ height: 5, width: 4 });
});

test('bad images are left out, or an error after all images were tried', async () => {
  await writeFile(join(photos, 'blue', '0.png'), '');
  const events: RunEvent[] = [];
  const skipped = await prepare(options({ onBad: 'skip' }), {
    onEvent: (event) => void events.push(event),
  });
  expect(skipped).toMatchObject({ written: 2, bad: [{ id: 'blue/0.png' }] });
  const first = skipped.bad[0]!.reason;
  expect(events).toContainEqual({ type: 'images-left-out', count: 1, first });
  await rm(out, { recursive: true });
  await expect(prepare(options())).rejects.toMatchObject({
    code: 'images-bad',
    context: { count: 1, total: 3, first },
  });
  expect(await readdir(join(out, 'blue'))).toEqual(['1.png']);
  expect(await readdir(join(out, 'red'))).toEqual(['0.png']);
});

test('the same call again is allowed, with another recipe it is refused', async () => {
  await prepare(options());
  await rm(join(out, 'red', '0.png'));
  await prepare(options());
  expect(await readdir(join(out, 'red'))).toEqual(['0.png']);
  await expect(prepare(options({ recipe: [] }))).rejects.toMatchObject({
    code: 'folder-occupied',
    context: { folder: out, holds: 'images of another folder or recipe' },
  });
});

test('two images with one name and two extensions keep them, and an event tells', async () => {
  await writeFile(join(photos, 'red', '0.jpg'), await photo(RED));
  const events: RunEvent[] = [];
  await prepare(options(), { onEvent: (event) => void events.push(event) });
  expect((await readdir(join(out, 'red'))).toSorted()).toEqual(['0.jpg.png', '0.png.png']);
  expect(events).toContainEqual({
    type: 'name-extended',
    id: 'red/0.jpg',
    name: 'red/0.jpg.png',
  });
});

test('the images cannot be written into the data set', async () => {
  const inside = join(photos, 'blue', 'prepared');
  await expect(prepare(options({ out: inside }))).rejects.toMatchObject({
    code: 'option-invalid',
    context: { value: inside, rule: `outside of ${photos}` },
  });
  expect(await readdir(join(photos, 'blue'))).toEqual(['0.png', '1.png']);
});

test('a signal that is aborted ends the command with the reason', async () => {
  const abort = new AbortController();
  const reason = new Error('enough');
  const onEvent = ({ type }: RunEvent): void => {
    if (type === 'task-progress') abort.abort(reason);
  };
  await expect(prepare(options(), { onEvent, signal: abort.signal })).rejects.toBe(reason);
});

test('a call that was killed at its first file can be made again', async () => {
  await mkdir(out);
  await writeFile(join(out, await deadTemporary()), '');
  expect(await prepare(options())).toMatchObject({ written: 3 });
  expect((await readdir(out)).toSorted()).toEqual(['.sprout-prepared.json', 'blue', 'red']);
});
