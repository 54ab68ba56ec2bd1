import { type Raster, rngAt } from '@sprout/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDrawn } from '../augmentation/apply-drawn.ts';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { OpenCv } from '../opencv/opencv.ts';
import { augmentationOps, ops } from './index.ts';

const tools = { file: 'a.png', opencv: new OpenCv() };

/** Pixels numbered from 1, each channel with a digit of its own. */
function numbered(height: number, width: number): Raster {
  const data = Uint8Array.from(
    { length: height * width * 3 },
    (_, at) => Math.floor(at / 3) * 10 + (at % 3) + 10,
  );
  return { height, width, channels: 3, data };
}

/** The numbers of the pixels, row by row. */
function pixels({ data }: Raster): number[] {
  return Array.from({ length: data.length / 3 }, (_, at) => {
    expect(data[at * 3 + 1]! - data[at * 3]!).toBe(1);
    expect(data[at * 3 + 2]! - data[at * 3]!).toBe(2);
    return Math.floor(data[at * 3]! / 10);
  });
}

function apply(op: string, numbers: object, source: Raster): Raster {
  return applyDrawn(source, [{ op, numbers }], tools);
}

test('flip-horizontal swaps left and right, or does nothing', () => {
  expect(pixels(apply('flip-horizontal', { flip: true }, numbered(2, 3)))).toEqual([
    3, 2, 1, 6, 5, 4,
  ]);
  expect(apply('flip-horizontal', { flip: false }, numbered(2, 3))).toEqual(numbered(2, 3));
});

test('flip-vertical swaps top and bottom', () => {
  expect(pixels(apply('flip-vertical', { flip: true }, numbered(3, 2)))).toEqual([
    5, 6, 3, 4, 1, 2,
  ]);
});

test('quarter-turn turns counter-clockwise', () => {
  const source = numbered(2, 2);
  const turned = [0, 90, 180, 270].map((degrees) => apply('quarter-turn', { degrees }, source));
  expect(turned.map(pixels)).toEqual([
    [1, 2, 3, 4],
    [2, 4, 1, 3],
    [4, 3, 2, 1],
    [3, 1, 4, 2],
  ]);
});

test('quarter-turn by 180 degrees turns any shape; by 90 it refuses what is not square', () => {
  expect(pixels(apply('quarter-turn', { degrees: 180 }, numbered(2, 3)))).toEqual([
    6, 5, 4, 3, 2, 1,
  ]);
  expect(() => apply('quarter-turn', { degrees: 90 }, numbered(2, 3))).toThrow(
    /a\.png.*square.*2 x 3/,
  );
});

test('rotate by 90 degrees is exactly a quarter turn; by 0 it is nothing', () => {
  for (const side of [2, 5, 8]) {
    const source = numbered(Math.min(side, 4), Math.min(side, 4));
    const turned = apply('rotate', { degrees: 90, border: 'constant' }, source);
    expect(turned).toEqual(apply('quarter-turn', { degrees: 90 }, source));
    expect(apply('rotate', { degrees: 0, border: 'nearest' }, source)).toEqual(source);
  }
});

test('flipping or turning back gives the original', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 48, maxLength: 48 }), (data) => {
      const source = { height: 4, width: 4, channels: 3, data };
      const flip = { flip: true };
      for (const op of ['flip-horizontal', 'flip-vertical']) {
        expect(apply(op, flip, apply(op, flip, source))).toEqual(source);
      }
      const quarter = apply('quarter-turn', { degrees: 90 }, source);
      expect(apply('quarter-turn', { degrees: 270 }, quarter)).toEqual(source);
    }),
  );
});

test.each(augmentationOps)(
  '$name: spec and numbers survive JSON, and its input is not written to',
  (op) => {
    const [spec] = parseAugmentation([{ op: op.name }]);
    expect(parseAugmentation(JSON.parse(JSON.stringify([spec])))).toEqual([spec]);
    for (let epoch = 0; epoch < 20; epoch++) {
      const numbers = op.draw(spec, rngAt(0, ['test', epoch]));
      const source = numbered(4, 4);
      const result = op.apply(source, JSON.parse(JSON.stringify(numbers)), tools);
      expect(source).toEqual(numbered(4, 4));
      expect(result).toEqual(op.apply(source, numbers, tools));
      expect([result.height, result.width]).toEqual([4, 4]);
    }
  },
);

test('probabilities, angles and intervals are kept to', () => {
  const draws = Array.from({ length: 400 }, (_, epoch) => {
    const rng = rngAt(1, ['test', epoch]);
    return {
      flip: ops['flip-horizontal'].draw({ op: 'flip-horizontal', probability: 0.25 }, rng),
      turn: ops['quarter-turn'].draw({ op: 'quarter-turn', degrees: [0, 270] }, rng),
      rotate: ops.rotate.draw({ op: 'rotate', degrees: [-5, 10] }, rng),
    };
  });
  const flips = draws.filter(({ flip }) => JSON.stringify(flip) === '{"flip":true}').length;
  expect(flips).toBeGreaterThan(70);
  expect(flips).toBeLessThan(130);
  const turns = new Set(draws.map(({ turn }) => JSON.stringify(turn)));
  expect([...turns].toSorted()).toEqual(['{"degrees":0}', '{"degrees":270}']);
  for (const { rotate } of draws) {
    expect(rotate).toEqual({ degrees: expect.any(Number), border: 'nearest' });
    expect(JSON.stringify(rotate)).toMatch(/"degrees":-?\d/);
  }
});
