import { expect, test } from 'vitest';
import { addPenalty } from './add-penalty.ts';
import type { Penalty } from './penalty.ts';

const shape = { count: 2, height: 3, width: 4, channels: 3 };
const images = Float32Array.from({ length: 72 }, (_, at) => 127.5 + 100 * Math.sin(1 + at * at));
const value = (penalty: Penalty, given: Float32Array): number =>
  addPenalty(new Float32Array(given.length), penalty, { images: given, shape });

test('l2 and tv are means over all numbers, of pixels divided by 255', () => {
  const small = { count: 1, height: 1, width: 2, channels: 1 };
  const given = { images: Float32Array.of(0, 255), shape: small };
  expect(addPenalty(new Float32Array(2), { kind: 'l2', weight: 2 }, given)).toBeCloseTo(0.5, 6);
  expect(addPenalty(new Float32Array(2), { kind: 'tv', weight: 2 }, given)).toBeCloseTo(1, 6);
});

test.each(['l2', 'tv'] as const)('the gradient of %s agrees with finite differences', (kind) => {
  const penalty = { kind, weight: 3 };
  const gradient = new Float32Array(72);
  addPenalty(gradient, penalty, { images, shape });
  for (const at of [0, 1, 11, 20, 35, 36, 71]) {
    const moved = (by: number) => images.with(at, images[at]! + by);
    const slope = (value(penalty, moved(0.5)) - value(penalty, moved(-0.5))) * shape.count;
    expect(gradient[at]).toBeCloseTo(-slope, 5);
  }
});

test('a step along the gradient of blur with the factor of a mean blurs the image', () => {
  const one = { count: 1, height: 3, width: 3, channels: 1 };
  const dot = Float32Array.of(0, 0, 0, 0, 16, 0, 0, 0, 0);
  const gradient = new Float32Array(9);
  addPenalty(gradient, { kind: 'blur', weight: 1 }, { images: dot, shape: one });
  const step = 9 * 255 * 255; // the mean over nine numbers, and the square of 255
  const after = dot.map((pixel, at) => pixel + step * gradient[at]!);
  const expected = [1, 2, 1, 2, 4, 2, 1, 2, 1];
  after.forEach((pixel, at) => expect(pixel).toBeCloseTo(expected[at]!, 4));
});

test('a flat image has no penalty but that of its distance from grey', () => {
  const flat = new Float32Array(72).fill(200);
  expect(value({ kind: 'tv', weight: 1 }, flat)).toBe(0);
  expect(value({ kind: 'blur', weight: 1 }, flat)).toBe(0);
  expect(value({ kind: 'l2', weight: 1 }, flat)).toBeCloseTo((72.5 / 255) ** 2, 6);
});
