import { expect, test } from 'vitest';
import { sunFlare } from './sun-flare.ts';

const black = { height: 40, width: 40, channels: 3, data: new Uint8Array(4800) };
const sun = {
  right: 0.5,
  down: 0.5,
  radius: 0.5,
  colour: [255, 255, 255] as const,
  reflections: [],
};
const redAt = ({ data }: { data: Uint8Array }, row: number, column: number) =>
  data[3 * (row * 40 + column)];

test('the glow is strongest in its middle, and ends at its radius', () => {
  const result = sunFlare(black, sun);
  expect(redAt(result, 20, 20)).toBe(255);
  expect(redAt(result, 20, 35)).toBeLessThan(255);
  expect(redAt(result, 0, 0)).toBe(0);
});

test('a reflection is a disc of its colour', () => {
  const reflection = {
    right: 0.25,
    down: 0.25,
    radius: 0.05,
    opacity: 0.5,
    colour: [200, 100, 0] as const,
  };
  const result = sunFlare(black, {
    ...sun,
    radius: 0,
    right: 1,
    down: 1,
    reflections: [reflection],
  });
  expect([...result.data.subarray(3 * 410, 3 * 411)]).toEqual([100, 50, 0]);
  expect(redAt(result, 10, 12)).toBe(100);
  expect(redAt(result, 10, 13)).toBe(0);
});

test('the source is only read', () => {
  sunFlare(black, sun);
  expect(black.data.every((value) => value === 0)).toBe(true);
});
