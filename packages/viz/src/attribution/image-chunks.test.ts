import { expect, test } from 'vitest';
import { imageChunks } from './image-chunks.ts';

test('the last chunk holds the rest', () => {
  const images = Uint8Array.from({ length: 20 }, (_, at) => at);
  const chunks = [...imageChunks(images, 10)];
  expect(chunks.map(({ start, count }) => [start, count])).toEqual([
    [0, 8],
    [8, 2],
  ]);
  expect([...chunks[1]!.images]).toEqual([16, 17, 18, 19]);
});
