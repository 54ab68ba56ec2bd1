import { expect, test } from 'vitest';
import { jpegColours } from './jpeg-colours.ts';

const plane = (first: number, second: number) => ({
  height: 8,
  width: 8,
  samples: Uint8Array.from({ length: 64 }, (_, at) => (at % 8 === 0 ? first : second)),
});

test('chroma is widened with weights of 3/4 and 1/4', () => {
  const planes = { luma: plane(100, 100), blue: plane(128, 128), red: plane(128, 228) };
  const { data } = jpegColours(planes, { height: 1, width: 6 });
  const reds = data.filter((_, at) => at % 3 === 0);
  expect([...reds]).toEqual([100, 135, 205, 240, 240, 240]);
});

test('chroma of narrow images is repeated', () => {
  const planes = { luma: plane(100, 100), blue: plane(128, 128), red: plane(128, 228) };
  const { data } = jpegColours(planes, { height: 1, width: 4 });
  expect(data.filter((_, at) => at % 3 === 0)).toEqual(Uint8Array.of(100, 100, 240, 240));
});
