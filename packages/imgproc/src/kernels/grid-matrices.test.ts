import type { Raster } from '@sprout/core';
import { expect, test } from 'vitest';
import { affine } from './affine.ts';
import {
  columnsMirrored,
  composeMatrices,
  IDENTITY,
  quarterTurned,
  rowsMirrored,
  TRANSPOSED,
} from './grid-matrices.ts';
import { mirrorColumns, mirrorRows } from './mirror.ts';
import { pullMatrix, type PullMatrix } from './pull-matrix.ts';
import { transpose, turnQuarter } from './turn.ts';

const image = { height: 3, width: 3, channels: 1, data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9) };

test.each<[string, PullMatrix, (source: Raster) => Raster]>([
  ['nothing', IDENTITY, (source) => source],
  ['left and right swapped', columnsMirrored(image), mirrorColumns],
  ['top and bottom swapped', rowsMirrored(image), mirrorRows],
  ['transposed', TRANSPOSED, transpose],
  ['a quarter turn', quarterTurned(image), turnQuarter],
])('%s: the matrix moves pixels as the kernel does', (_, matrix, kernel) => {
  expect(affine(image, matrix, 'constant')).toEqual(kernel(image));
});

test('a product does the first change first', () => {
  const shifted = pullMatrix(image, { degrees: 0, right: 1 });
  const product = composeMatrices(shifted, columnsMirrored(image));
  expect(affine(image, product, 'constant')).toEqual(
    mirrorColumns(affine(image, shifted, 'constant')),
  );
  const other = composeMatrices(columnsMirrored(image), shifted);
  expect(affine(image, other, 'constant')).toEqual(
    affine(mirrorColumns(image), shifted, 'constant'),
  );
});

test('a product with the identity is the same matrix', () => {
  const matrix = pullMatrix(
    { height: 7, width: 5 },
    { degrees: 33, scale: 1.3, shear: 4, down: 2 },
  );
  expect(composeMatrices(IDENTITY, matrix)).toEqual(matrix);
  expect(composeMatrices(matrix, IDENTITY)).toEqual(matrix);
});
