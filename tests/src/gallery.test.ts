import { augmentationOpNames } from '@sprout/imgproc';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { opImages, row, showsChange } from '../../scripts/gallery/draw-picture.ts';
import { EXAMPLES, exampleSpec } from '../../scripts/gallery/example-specs.ts';
import { FAMILIES } from '../../scripts/gallery/families.ts';
import { galleryText, pictureName } from '../../scripts/gallery/gallery-text.ts';
import { opSentence, sentenceIn } from '../../scripts/gallery/op-sentence.ts';

const gallery = fileURLToPath(new URL('../../docs/gallery', import.meta.url));

test.each(augmentationOpNames)(
  '%s is in one family, has a sentence, a picture, and an example that shows something',
  async (name) => {
    const families = Object.values(FAMILIES).filter((names) => names.includes(name));
    expect(families, 'scripts/gallery/families.ts').toHaveLength(1);
    expect(await opSentence(name), 'the comment before the op').toMatch(/^[A-Z].*\.$/);
    expect(await readdir(gallery), 'npm run gallery').toContain(pictureName(name));
    const images = await opImages(exampleSpec(name));
    expect(showsChange(images), 'scripts/gallery/example-specs.ts').toBe(true);
    expect(row(images)).toMatchObject({ height: 96, width: 5 * 96 + 4 * 4 });
  },
);

test('the README of the gallery is what npm run gallery writes', async () => {
  expect(await readFile(join(gallery, 'README.md'), 'utf8')).toBe(await galleryText());
});

test('a family names only ops that exist, and so does an example', () => {
  const names = [...Object.values(FAMILIES).flat(), ...EXAMPLES.map(({ op }) => op)];
  expect(names.filter((name) => !augmentationOpNames.includes(name))).toEqual([]);
});

test('the gallery has no picture of an op that does not exist', async () => {
  const files = ['README.md', 'ascent', ...augmentationOpNames.map(pictureName)];
  expect((await readdir(gallery)).filter((file) => !files.includes(file))).toEqual([]);
});

test('the sentence of an op is the first of the comment before it, on one line', () => {
  const source = `
/** Of another. */
const helper = 1;

/**
 * Rotates by an angle, as scipy 1.11
 * does it. Not for text.
 */
export const rotateBy = defineOp({`;
  expect(sentenceIn(source)).toBe('Rotates by an angle, as scipy 1.11 does it.');
  expect(sentenceIn('/** A. */\nconst a = 1;\nexport const b = defineOp({')).toBeUndefined();
});
