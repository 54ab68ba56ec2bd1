import { expect, test } from 'vitest';
import { masks } from '../../fixtures/kernels.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp } from '../../test/set-up-ops.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import { recipeHash } from '../recipe/recipe-hash.ts';
import { colourMask } from './colour-mask.ts';

const near = { op: 'colour-mask', palette: [{ colour: [10, 20, 30], threshold: 16 }] };

test('keeps pixels within the threshold and blackens the others', () => {
  const data = Uint8Array.of(10, 22, 30, 10, 23, 30, 10, 20, 30);
  const source = { height: 1, width: 3, channels: 3, data };
  expect([...applyOp(near, source).data]).toEqual([10, 22, 30, 0, 0, 0, 10, 20, 30]);
});

test('the seedling palette keeps as many colours as NumPy does', () => {
  const data = new Uint8Array(3 * 2 ** 24);
  for (let colour = 0, at = 0; colour < 2 ** 24; colour++) {
    data[at++] = colour >> 16;
    data[at++] = (colour >> 8) & 255;
    data[at++] = colour & 255;
  }
  const source = { height: 2 ** 12, width: 2 ** 12, channels: 3, data };
  const masked = applyOp({ op: 'colour-mask', palette: 'seedling' }, source).data;
  let kept = 0;
  for (let at = 0; at < masked.length; at += 3) {
    if (masked[at]! + masked[at + 1]! + masked[at + 2]! > 0) kept++;
  }
  expect(kept).toBe(masks.find(({ name }) => name === 'seedling')?.kept);
});

test('a named palette is replaced by its colours, so that a saved recipe is complete', () => {
  const [spec] = parseRecipe([{ op: 'colour-mask', palette: 'seedling' }]);
  expect(spec).toMatchObject({ palette: masks.find(({ name }) => name === 'seedling')?.palette });
});

test('keeps the contract of ops', () => {
  expect(contractViolations(colourMask, near, numbered(2, 3))).toEqual([]);
});

test('a distance is saved as its square, so that a recipe has one form', () => {
  const colour = [71, 86, 38];
  const parsed = (entry: object) =>
    parseRecipe([{ op: 'colour-mask', palette: [{ colour, ...entry }] }]);
  expect(parsed({ distance: 40 })).toEqual(parsed({ threshold: 1600 }));
  expect(recipeHash(parsed({ distance: 40 }))).toBe(recipeHash(parsed({ threshold: 1600 })));
  expect(parsed({ distance: 22.36 })).toEqual(parsed({ threshold: 500 }));
});

test.each([{}, { distance: 40, threshold: 1600 }])('a colour with %j is refused', (entry) => {
  const palette = [{ colour: [1, 2, 3], ...entry }];
  expect(() => parseRecipe([{ op: 'colour-mask', palette }])).toThrow(
    'must have either distance or threshold',
  );
});
