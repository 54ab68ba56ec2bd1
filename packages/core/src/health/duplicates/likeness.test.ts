import { expect, test } from 'vitest';
import { likeness } from './likeness.ts';

const picture = Uint8Array.of(0, 40, 80, 120);

test('is 1 for the same picture, also when it is brighter or has more contrast', () => {
  expect(likeness(picture, picture)).toBeCloseTo(1, 12);
  expect(likeness(picture, Uint8Array.of(50, 90, 130, 170))).toBeCloseTo(1, 12);
  expect(likeness(picture, Uint8Array.of(0, 80, 160, 240))).toBeCloseTo(1, 12);
});

test('is -1 for the negative, and 0 for unrelated pictures', () => {
  expect(likeness(picture, Uint8Array.of(120, 80, 40, 0))).toBeCloseTo(-1, 12);
  expect(likeness(Uint8Array.of(0, 0, 9, 9), Uint8Array.of(0, 9, 0, 9))).toBe(0);
});

test('is not known for a picture that is almost uniform', () => {
  expect(likeness(picture, Uint8Array.of(7, 7, 8, 8))).toBeUndefined();
  expect(likeness(Uint8Array.of(7, 7, 7, 7), picture)).toBeUndefined();
});
