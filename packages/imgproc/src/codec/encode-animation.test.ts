import sharp from 'sharp';
import { expect, test } from 'vitest';
import { encodeAnimation } from './encode-animation.ts';

const grey = (value: number, height = 4) => ({
  height,
  width: 5,
  channels: 3,
  data: new Uint8Array(height * 5 * 3).fill(value),
});

test('has its frames in their order, with the delay, and repeats', async () => {
  const bytes = await encodeAnimation([grey(10), grey(200), grey(90)], { delay: 120 });
  const { pages, pageHeight, delay, loop } = await sharp(bytes, { pages: -1 }).metadata();
  expect({ pages, pageHeight, delay, loop }).toEqual({
    pages: 3,
    pageHeight: 4,
    delay: [120, 120, 120],
    loop: 0,
  });
  const second = await sharp(bytes, { page: 1 }).raw().toBuffer();
  for (const value of second) expect(Math.abs(value - 200)).toBeLessThan(3);
});

test('the same frames give the same bytes', async () => {
  const frames = [grey(1), grey(250)];
  expect(await encodeAnimation(frames)).toEqual(await encodeAnimation(frames));
});

test('refuses no frames, and frames of several sizes', async () => {
  await expect(encodeAnimation([])).rejects.toMatchObject({ code: 'option-invalid' });
  const odd = encodeAnimation([grey(1), grey(1, 3)]);
  await expect(odd).rejects.toThrow('must have the shape [4, 5, 3]; received [3, 5, 3]');
});
