import { expect, test } from 'vitest';
import { orderOf, putColour } from './sextant-colour.ts';

test.each([
  { sextant: 0, colour: [9, 5, 1] },
  { sextant: 1, colour: [4, 9, 1] },
  { sextant: 2, colour: [1, 9, 5] },
  { sextant: 3, colour: [1, 4, 9] },
  { sextant: 4, colour: [5, 1, 9] },
  { sextant: 5, colour: [9, 1, 4] },
])('the channels of sextant $sextant', ({ sextant, colour }) => {
  const target = new Uint8Array(4);
  putColour(target, 1, { sextant, top: 9, falling: 4, rising: 5, low: 1 });
  expect([...target]).toEqual([0, ...colour]);
  const order = orderOf(sextant);
  const places = [order & 255, (order >> 8) & 255, order >> 16];
  expect(places.map((place) => [9, 4, 5, 1][place / 4])).toEqual(colour);
});
