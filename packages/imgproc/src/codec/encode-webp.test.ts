import { expect, test } from 'vitest';
import { decode } from './decode.ts';
import { encodeWebp } from './encode-webp.ts';

test('the decoded image is nearly the same', async () => {
  const data = Uint8Array.from({ length: 16 * 16 * 3 }, (_, at) => 60 + Math.floor(at / 48) * 8);
  const image = { height: 16, width: 16, channels: 3, data };
  const decoded = await decode(await encodeWebp(image), 'a.webp');
  expect([decoded.height, decoded.width]).toEqual([16, 16]);
  decoded.data.forEach((value, at) => expect(Math.abs(value - data[at]!)).toBeLessThan(12));
});

test('a grey image is refused', async () => {
  const grey = { height: 1, width: 1, channels: 1, data: Uint8Array.of(1) };
  await expect(encodeWebp(grey)).rejects.toMatchObject({ code: 'shape-mismatch' });
});
