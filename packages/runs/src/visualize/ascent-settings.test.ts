import { expect, test } from 'vitest';
import { ascentStyleOf, unitsOf } from './ascent-settings.ts';

const input = {
  height: 2,
  width: 2,
  channels: 3,
  channelOrder: 'bgr',
  normalisation: { mean: [1, 2, 3], deviation: [4, 5, 6] },
} as const;
const options = { input, bookRate: 0.01 };

test('units are for red, green and blue, whatever the order of the model', () => {
  expect(unitsOf(input)).toEqual({ mean: [3, 2, 1], deviation: [6, 5, 4] });
  expect(unitsOf({ ...input, channelOrder: undefined })).toEqual(input.normalisation);
});

test('the style of the book has the units of the model, and its own rate unless one is set', () => {
  const style = ascentStyleOf({ style: 'book' }, options);
  expect(style).toMatchObject({ steps: 500, optimiser: { kind: 'plain', rate: 0.01 } });
  expect(style.parametrisation).toMatchObject({ units: unitsOf(input) });
  expect(ascentStyleOf({ style: 'book', rate: 2 }, options).optimiser.rate).toBe(2);
});

test('by default the style is that of lucid, with steps, rate and penalties as they are set', () => {
  expect(ascentStyleOf({}, options)).toMatchObject({
    steps: 512,
    optimiser: { kind: 'adam', rate: 0.05 },
    penalties: [],
  });
  expect(ascentStyleOf({ steps: 3, rate: 0.1, tv: 2, l2: 1 }, options)).toMatchObject({
    steps: 3,
    optimiser: { kind: 'adam', rate: 0.1 },
    penalties: [
      { kind: 'l2', weight: 1 },
      { kind: 'tv', weight: 2 },
    ],
  });
});

test('refuses another style and a number of steps out of range', () => {
  expect(() => ascentStyleOf({ style: 'old' as 'book' }, options)).toThrow(
    'style must be one of book, modern; received old',
  );
  expect(() => ascentStyleOf({ steps: 0 }, options)).toThrow('steps must be a whole number');
});
