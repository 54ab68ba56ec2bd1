import { expect, test } from 'vitest';
import { masks, sha256 } from '../../fixtures/kernels.ts';
import { applyMask } from './apply-mask.ts';
import { buildMaskTable } from './mask-table.ts';
import { seedlingPalette } from './seedling-palette.ts';

test.each(masks)(
  'of the palette "$name" equals NumPy on every colour',
  ({ palette, sha256: expected }) => {
    expect(sha256(new Uint8Array(buildMaskTable(palette).buffer))).toBe(expected);
  },
);

test('the seedling palette keeps 144,022 colours', () => {
  expect(masks.find(({ name }) => name === 'seedling')).toMatchObject({
    palette: seedlingPalette,
    kept: 144_022,
  });
});

test('threads can share the table', () => {
  expect(buildMaskTable([]).buffer).toBeInstanceOf(SharedArrayBuffer);
});

test('colours of leaves are kept, and colours of soil are blackened', () => {
  const pixels = Uint8Array.of(71, 86, 38, 120, 90, 60, 60, 70, 40);
  applyMask(pixels, buildMaskTable(seedlingPalette));
  expect([...pixels]).toEqual([71, 86, 38, 0, 0, 0, 60, 70, 40]);
});
