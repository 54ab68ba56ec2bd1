import { createHash } from 'node:crypto';
import type { Raster } from '@sprout/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { fitted } from '../../fixtures/fit.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { applyOp, opencv, setUpOps } from '../../test/set-up-ops.ts';
import { transpose } from '../kernels/turn.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import { recipeHash } from '../recipe/recipe-hash.ts';
import { recipeSize } from '../recipe/recipe-size.ts';
import { resize } from './resize.ts';

const spec = { op: 'resize', height: 16, width: 16 };

beforeAll(() => opencv.ready(), 30_000);

describe('crop and pad have the pixels of Pillow and cv2', () => {
  const images = { wide: image, tall: transpose(image) };

  test.each([...new Set(fitted.results.map(({ resampler }) => resampler))])('%s', (resampler) => {
    for (const expected of fitted.results) {
      if (expected.resampler !== resampler) continue;
      const { image: which, hash, ...options } = expected;
      const colour = options.fit === 'pad' ? { colour: fitted.colour } : {};
      const { data } = applyOp({ op: 'resize', ...options, ...colour }, images[which]);
      const found = createHash('sha256').update(data).digest('hex');
      expect({ ...expected, hash: found }).toEqual(expected);
    }
  });
});

test('squash is the default, and is left out of a checked recipe', () => {
  const plain = parseRecipe([spec]);
  expect(parseRecipe([{ ...spec, fit: 'squash' }])).toEqual(plain);
  expect(plain[0]).not.toHaveProperty('fit');
  expect(recipeHash([{ ...spec, fit: 'squash' }])).toBe(recipeHash([spec]));
});

test('each way and each colour has a hash of its own; the default colour need not be written out', () => {
  const pad = { ...spec, fit: 'pad' };
  const black = { ...pad, colour: [0, 0, 0] };
  const recipes = [[spec], [{ ...spec, fit: 'crop' }], [pad], [{ ...pad, colour: [1, 2, 3] }]];
  expect(new Set(recipes.map(recipeHash)).size).toBe(4);
  expect(recipeHash([black])).toBe(recipeHash([pad]));
  expect(parseRecipe([pad])).toEqual(parseRecipe([black]));
});

test('the size is known before an image is read', () => {
  expect(recipeSize([{ ...spec, fit: 'crop' }])).toEqual({ height: 16, width: 16 });
  expect(recipeSize([{ ...spec, fit: 'pad' }])).toEqual({ height: 16, width: 16 });
});

test('a colour without pad, and a way that does not exist, are refused', () => {
  const parse = (fields: object) => () => parseRecipe([{ ...spec, ...fields }]);
  expect(parse({ colour: [1, 2, 3] })).toThrow('colour: is only for fit: pad, which adds pixels');
  expect(parse({ fit: 'crop', colour: [1, 2, 3] })).toThrow('colour: is only for fit: pad');
  expect(parse({ fit: 'stretch' })).toThrow('fit: ');
});

test('an image that would become too long is named', () => {
  const line: Raster = { height: 1, width: 2000, channels: 3, data: new Uint8Array(6000) };
  expect(() => applyOp({ ...spec, fit: 'crop' }, line)).toThrow(
    'an image of 1 x 2000 pixels would be resized to 16 x 32000 before it is cropped',
  );
  expect(applyOp({ ...spec, fit: 'pad' }, line)).toMatchObject({ height: 16, width: 16 });
});

test.each(['crop', 'pad'])('%s keeps the contract of ops', (fit) => {
  expect(contractViolations(resize, { ...spec, fit }, image)).toEqual([]);
  expect(setUpOps([{ ...spec, fit }]).needsOpenCv).toBe(false);
});
