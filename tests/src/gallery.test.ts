import { augmentationOpNames } from '@sprout/imgproc';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { opImages, row, showsChange } from '../../scripts/gallery/draw-picture.ts';
import { FAMILIES } from '../../scripts/gallery/families.ts';
import { galleryText, pictureName } from '../../scripts/gallery/gallery-text.ts';
import { shownOp } from '../../scripts/gallery/shown-op.ts';

const gallery = fileURLToPath(new URL('../../docs/gallery', import.meta.url));

test.each(augmentationOpNames)(
  '%s is in one family, has a picture, and an example that shows something',
  async (name) => {
    const families = Object.values(FAMILIES).filter((names) => names.includes(name));
    expect(families, 'scripts/gallery/families.ts').toHaveLength(1);
    expect(await readdir(gallery), 'npm run gallery').toContain(pictureName(name));
    const images = await opImages(shownOp(name).example);
    expect(showsChange(images), 'the example in the definition of the op').toBe(true);
    expect(row(images)).toMatchObject({ height: 96, width: 5 * 96 + 4 * 4 });
  },
);

test('the README of the gallery is what npm run gallery writes', async () => {
  expect(await readFile(join(gallery, 'README.md'), 'utf8')).toBe(galleryText());
});

test('a family names only ops that exist', () => {
  const names: readonly string[] = augmentationOpNames;
  expect(
    Object.values(FAMILIES)
      .flat()
      .filter((name) => !names.includes(name)),
  ).toEqual([]);
});

test('the gallery has no picture of an op that does not exist', async () => {
  const files = ['README.md', 'ascent', ...augmentationOpNames.map(pictureName)];
  expect((await readdir(gallery)).filter((file) => !files.includes(file))).toEqual([]);
});
