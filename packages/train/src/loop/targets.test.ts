import { describe, expect, test } from 'vitest';
import { targetsFor } from './targets.ts';

describe('targetsFor', () => {
  test('gives one-hot rows and weights of 1', () => {
    const { targets, weights } = targetsFor(Int32Array.of(2, 0), { classes: 3 });
    expect(Array.from(targets)).toEqual([0, 0, 1, 1, 0, 0]);
    expect(Array.from(weights)).toEqual([1, 1]);
  });

  test('spreads the smoothed share over all classes', () => {
    const { targets } = targetsFor(Int32Array.of(1), { classes: 4, labelSmoothing: 0.2 });
    expect(Array.from(targets)).toEqual([0.05, 0.85, 0.05, 0.05].map(Math.fround));
  });

  test('weighs each sample by its class', () => {
    const { weights } = targetsFor(Int32Array.of(1, 0, 1), { classes: 2, classWeights: [0.5, 2] });
    expect(Array.from(weights)).toEqual([2, 0.5, 2]);
  });

  test('refuses a label outside the classes', () => {
    expect(() => targetsFor(Int32Array.of(3), { classes: 3 })).toThrow('from 0 to 2; received 3');
  });

  test('gives the tags of each label, smoothed towards a half', () => {
    const tags = [
      [1, 0, 1],
      [0, 0, 1],
    ];
    const { targets, weights } = targetsFor(Int32Array.of(1, 0), {
      classes: 3,
      tags,
      labelSmoothing: 0.2,
    });
    expect(Array.from(targets)).toEqual([0.1, 0.1, 0.9, 0.9, 0.1, 0.9].map(Math.fround));
    expect(Array.from(weights)).toEqual([1, 1]);
    expect(() => targetsFor(Int32Array.of(2), { classes: 3, tags })).toThrow('received 2');
  });
});
