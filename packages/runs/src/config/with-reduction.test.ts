import { copyFile, mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scanFolder } from '@sprout/core';
import { decode, examine, recipeHash, sniff } from '@sprout/imgproc';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { openKeptFacts } from '../facts/kept-facts.ts';
import { resolveImages } from './resolve-images.ts';
import { resolveTrain } from './resolve-train.ts';

/** JPEGs of 33 x 47, PNGs of 17 x 23 pixels. */
const FIXTURES = { jpg: 'reduced-codec/420.jpg', png: 'codec/rgb8.png' };

/** A class folder of copies of the fixtures. */
async function photos(folder: string, names: readonly string[]): Promise<string> {
  for (const [position, name] of names.entries()) {
    const kind = name.endsWith('jpg') ? 'jpg' : 'png';
    const fixture = new URL(`../../../imgproc/fixtures/${FIXTURES[kind]}`, import.meta.url);
    const target = join(folder, position % 2 === 0 ? 'a' : 'b');
    await mkdir(target, { recursive: true });
    await copyFile(fileURLToPath(fixture), join(target, name));
  }
  return folder;
}

const JPEG = fileURLToPath(new URL(`../../../imgproc/fixtures/${FIXTURES.jpg}`, import.meta.url));

const size = { height: 8, width: 8 };
const resize = { op: 'resize', ...size, resampler: 'cv2-linear' };
const reduced = [{ op: 'reduce', ...size }, resize];

test('JPEGs of four times the size are decoded at a smaller size', async () => {
  await using temporary = await temporaryFolder();
  const folder = await photos(temporary.path, ['0.png', '1.png', '2.jpg', '3.png']);
  expect((await resolveTrain({ folder, size })).recipe).toEqual(reduced);
  expect((await resolveImages({ folder, size })).recipe).toEqual(reduced);
});

test('without such images the recipe and its hash stay the same', async () => {
  await using temporary = await temporaryFolder();
  const folder = await photos(temporary.path, ['0.png', '1.jpg']);
  const bigger = { height: 9, width: 8 }; // four times 9 is more than 33
  const { recipe } = await resolveTrain({ folder, size: bigger });
  expect(recipe).toEqual([{ ...resize, ...bigger }]);
  expect(recipeHash(recipe)).toBe(recipeHash([{ op: 'resize', ...bigger }]));
  expect((await resolveTrain({ folder })).recipe).toMatchObject([{ op: 'resize', height: 150 }]);
});

test('images whose facts are kept are not read, except for large JPEGs', async () => {
  await using temporary = await temporaryFolder();
  const folder = await photos(join(temporary.path, 'photos'), ['0.png', '1.png']);
  const runs = join(temporary.path, 'runs');
  const { samples } = await scanFolder(folder);
  const kept = await openKeptFacts({ caches: join(runs, '.cache'), folder });
  const recipeOf = async () => (await resolveTrain({ folder, size, runs })).recipe;
  const claim = async (format: string) => {
    for (const sample of samples) {
      const bytes = await readFile(sample.path);
      const facts = examine({ bytes, header: sniff(bytes)! }, await decode(bytes, sample.path));
      await kept.find(sample);
      kept.add(sample, { ...facts, format, height: 99, width: 99 });
    }
    await kept.save();
  };
  await claim('jpeg');
  expect(await recipeOf()).toEqual([resize]); // the headers say that they are PNGs
  await copyFile(JPEG, samples.at(0).path);
  expect(await recipeOf()).toEqual(reduced); // another version, so the header is read
  await claim('png');
  expect(await recipeOf()).toEqual([resize]); // the facts say so, and no header is read
});

test('a recipe that is given is not changed', async () => {
  await using temporary = await temporaryFolder();
  const folder = await photos(temporary.path, ['0.jpg', '1.jpg']);
  const recipe = [{ op: 'resize', ...size }] as const;
  expect((await resolveTrain({ folder, recipe })).recipe).toEqual([resize]);
  expect((await resolveImages({ folder, recipe })).recipe).toEqual([resize]);
  expect((await resolveTrain({ folder, config: { recipe } })).recipe).toEqual([resize]);
});

test('images behind links count only if links are followed', async () => {
  await using temporary = await temporaryFolder();
  const outside = await photos(join(temporary.path, 'outside'), ['0.jpg']);
  const folder = await photos(join(temporary.path, 'photos'), ['0.png', '1.png']);
  await symlink(join(outside, 'a'), join(folder, 'c'));
  expect((await resolveTrain({ folder, size })).recipe).toEqual([resize]);
  expect((await resolveTrain({ folder, size, followLinks: true })).recipe).toEqual(reduced);
});

test('a folder that cannot be used has the plain recipe', async () => {
  await using temporary = await temporaryFolder();
  const missing = join(temporary.path, 'missing');
  expect((await resolveTrain({ folder: missing, size })).recipe).toEqual([resize]);
  expect((await resolveTrain({ folder: temporary.path, size })).recipe).toEqual([resize]);
});

test('a size changes reduce together with the resize, or adds the resize after it', async () => {
  const reduce = { op: 'reduce', height: 5, width: 5 } as const;
  const given = { folder: 'photos', size };
  const both = await resolveTrain({
    ...given,
    recipe: [reduce, { op: 'resize', height: 5, width: 5 }],
  });
  expect(both.recipe).toEqual(reduced);
  const added = await resolveTrain({ ...given, recipe: [reduce, { op: 'median', size: 3 }] });
  expect(added.recipe).toEqual([...reduced, { op: 'median', size: 3 }]);
});
