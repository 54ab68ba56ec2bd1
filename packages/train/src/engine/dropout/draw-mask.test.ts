import { describe, expect, test } from 'vitest';
import { drawMask } from './draw-mask.ts';

function mask(length: number, options: Partial<Parameters<typeof drawMask>[1]> = {}): number[] {
  const target = new Float32Array(length).fill(-1);
  drawMask(target, { seed: 1, layer: 'drop', step: 0, rate: 0.25, ...options });
  return [...target];
}

describe('drawMask', () => {
  test('holds zeros, about as many as the rate says, and scales up the rest', () => {
    const numbers = mask(4000);
    const zeros = numbers.filter((value) => value === 0).length;
    expect(zeros / 4000).toBeCloseTo(0.25, 1);
    expect(new Set(numbers)).toEqual(new Set([0, Math.fround(4 / 3)]));
  });

  test('depends on seed, layer and step alone', () => {
    expect(mask(50)).toEqual(mask(50));
    for (const other of [{ seed: 2 }, { layer: 'other' }, { step: 1 }])
      expect(mask(50, other)).not.toEqual(mask(50));
  });

  test('begins alike whatever its length', () => {
    expect(mask(37).slice(0, 13)).toEqual(mask(13));
  });
});
