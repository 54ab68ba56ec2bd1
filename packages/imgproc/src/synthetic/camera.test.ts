import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { photograph } from './camera.ts';
import { blankCanvas, type Canvas } from './canvas.ts';

const light = { towards: [1, 0], direct: 0.5, gain: [1, 1, 1] } as const;
const rng = (number = 0) => rngAt(0, ['camera', number]);

function filled(height: number, width: number, value: number): Canvas {
  const canvas = blankCanvas(height, width);
  canvas.data.fill(value);
  return canvas;
}

test('the photograph has the size of the canvas, which is not changed', () => {
  const canvas = filled(4, 7, 100);
  const { height, width, channels, data } = photograph(canvas, light, rng());
  expect([height, width, channels, data.length]).toEqual([4, 7, 3, 84]);
  expect(canvas).toEqual(filled(4, 7, 100));
});

test('the same stream gives the same photograph, and another stream another one', () => {
  const canvas = filled(8, 8, 100);
  expect(photograph(canvas, light, rng())).toEqual(photograph(canvas, light, rng()));
  expect(photograph(canvas, light, rng(1))).not.toEqual(photograph(canvas, light, rng()));
});

test('the noise is at most 4 to either side, and differs between values', () => {
  for (let number = 0; number < 20; number++) {
    const { data } = photograph(filled(20, 20, 100), light, rng(number));
    expect(Math.min(...data)).toBeGreaterThanOrEqual(96);
    expect(Math.max(...data)).toBeLessThanOrEqual(104);
    expect(new Set(data).size).toBeGreaterThan(2);
    const mean = data.reduce((sum, value) => sum + value) / data.length;
    expect(Math.abs(mean - 100)).toBeLessThan(0.5);
  }
});

test('each channel has the gain of the light', () => {
  const warm = { ...light, gain: [1.2, 1, 0.5] } as const;
  const { data } = photograph(filled(10, 10, 100), warm, rng());
  for (const [channel, expected] of [120, 100, 50].entries()) {
    const values = data.filter((_, at) => at % 3 === channel);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(expected - 4);
    expect(Math.max(...values)).toBeLessThanOrEqual(expected + 4);
  }
});

test('values beyond the range of a pixel are clipped', () => {
  expect(new Set(photograph(filled(4, 4, 1000), light, rng()).data)).toEqual(new Set([255]));
  expect(new Set(photograph(filled(4, 4, -100), light, rng()).data)).toEqual(new Set([0]));
});

test('the lens spreads a point to the pixels beside, above and below it, in its own channel', () => {
  const canvas = blankCanvas(7, 7);
  const point = (3 * 7 + 3) * 3;
  canvas.data[point + 1] = 250;
  for (let number = 0; number < 20; number++) {
    const { data } = photograph(canvas, light, rng(number));
    const green = (row: number, column: number) => data[(row * 7 + column) * 3 + 1]!;
    const around = [green(3, 2), green(3, 4), green(2, 3), green(4, 3)];
    expect(Math.min(...around)).toBeGreaterThan(4);
    expect(Math.max(...around)).toBeLessThan(green(3, 3) + 60);
    expect(green(3, 3)).toBeLessThan(250);
    expect(Math.max(green(1, 3), green(3, 1), green(5, 3), green(3, 5))).toBeLessThanOrEqual(4);
    expect(Math.max(...data.filter((_, at) => at % 3 !== 1))).toBeLessThanOrEqual(4);
  }
});
