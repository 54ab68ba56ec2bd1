import { expect, test } from 'vitest';
import { decode } from './decode.ts';
import { encodePng } from './encode-png.ts';

const image = {
  height: 2,
  width: 3,
  channels: 3,
  data: Uint8Array.from({ length: 18 }, (_, at) => at * 14),
};

test('an encoded image decodes to the same pixels', async () => {
  expect(await decode(await encodePng(image), 'a.png')).toEqual(image);
});

test('the same pixels give the same bytes', async () => {
  const [first, second] = await Promise.all([encodePng(image), encodePng(image)]);
  expect(Buffer.compare(first, second)).toBe(0);
});

test('a grey image keeps its values', async () => {
  const gray = { height: 1, width: 2, channels: 1, data: Uint8Array.of(7, 200) };
  const decoded = await decode(await encodePng(gray), 'gray.png');
  expect([...decoded.data]).toEqual([7, 7, 7, 200, 200, 200]);
});

test('two channels are refused', async () => {
  const odd = { height: 1, width: 1, channels: 2, data: Uint8Array.of(1, 2) };
  await expect(encodePng(odd)).rejects.toMatchObject({ code: 'shape-mismatch' });
});
