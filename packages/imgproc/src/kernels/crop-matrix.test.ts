import { expect, test } from 'vitest';
import { affine } from './affine.ts';
import { crop } from './crop.ts';
import { cropMatrix } from './crop-matrix.ts';
import { IDENTITY } from './grid-matrices.ts';
import { resizeLinear } from './resize-linear.ts';

const ramp = {
  height: 1,
  width: 8,
  channels: 1,
  data: Uint8Array.from([0, 9, 18, 27, 36, 45, 54, 63]),
};

test('the whole image is the identity', () => {
  const whole = { top: 0, left: 0, height: 1, width: 8 };
  expect(cropMatrix(ramp, whole)).toEqual(IDENTITY);
});

test('a part comes to the places where a crop and a resize put it', () => {
  const part = { top: 0, left: 2, height: 1, width: 4 };
  const enlarged = resizeLinear(crop(ramp, part), ramp);
  const pulled = affine(ramp, cropMatrix(ramp, part), 'nearest');
  expect([...pulled.data].slice(1, -1)).toEqual([...enlarged.data].slice(1, -1));
});
