import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { blankCanvas } from './canvas.ts';
import { drawSoil, paintSoil, type Soil } from './soil.ts';

const light = { towards: [1, 0], direct: 0.5, gain: [1, 1, 1] } as const;
const soil: Soil = { seed: 5, pebble: 6, tone: 1, pallor: 0 };

function painted(change: Partial<Soil> = {}, height = 20, width = 30): Float32Array {
  const canvas = blankCanvas(height, width);
  paintSoil(canvas, { ...soil, ...change }, light);
  return canvas.data;
}

const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value) / values.length;

test('the same stream gives the same soil, of which only pebbles depend on the size of the image', () => {
  const stream = () => rngAt(1, ['soil']);
  const small = drawSoil(150, stream(), { pallor: 0 });
  const large = drawSoil(300, stream(), { pallor: 0 });
  expect(drawSoil(150, stream(), { pallor: 0 })).toEqual(small);
  expect(large).toEqual({ ...small, pebble: 2 * small.pebble });
});

test('the pallor given is added to that of the soil', () => {
  const plain = drawSoil(150, rngAt(1, ['soil']), { pallor: 0 });
  const pale = drawSoil(150, rngAt(1, ['soil']), { pallor: 0.28 });
  expect(pale.pallor).toBeCloseTo(plain.pallor + 0.28, 12);
  expect(pale).toEqual({ ...plain, pallor: pale.pallor });
});

test('the numbers of soils stay in their ranges', () => {
  for (let number = 0; number < 100; number++) {
    const { pebble, tone, pallor } = drawSoil(150, rngAt(0, [number]), { pallor: 0 });
    expect(pebble).toBeGreaterThanOrEqual(3.5);
    expect(pebble).toBeLessThan(3.5 * 3.2);
    expect(tone).toBeGreaterThanOrEqual(0.8);
    expect(tone).toBeLessThan(1);
    expect(pallor).toBeGreaterThanOrEqual(0);
    expect(pallor).toBeLessThan(0.12);
  }
});

test('the same soil gives the same picture, and another seed another one', () => {
  expect(painted()).toEqual(painted());
  expect(painted({ seed: 6 })).not.toEqual(painted());
});

test('every pixel is painted in shades of brown', () => {
  const data = painted();
  for (let at = 0; at < data.length; at += 3) {
    const [red, green, blue] = data.subarray(at, at + 3);
    expect(red).toBeGreaterThan(green!);
    expect(green).toBeGreaterThan(blue!);
    expect(blue).toBeGreaterThan(0);
    expect(red).toBeLessThan(255);
  }
});

test('without pallor the brightness follows the tone', () => {
  const expected = painted().map((value) => value / 2);
  expect(painted({ tone: 0.5 })).toEqual(expected);
});

test('pale soil is lighter, and the palest has no stones', () => {
  expect(mean(painted({ pallor: 0.3 }))).toBeGreaterThan(mean(painted()));
  const palest = painted({ pallor: 1 });
  for (const [channel, colour] of [214, 205, 190].entries()) {
    const values = palest.filter((_, at) => at % 3 === channel);
    expect(Math.min(...values)).toBeGreaterThan(colour * 0.9 - 0.01);
    expect(Math.max(...values)).toBeLessThan(colour * 1.1 + 0.01);
  }
});

test('a larger picture continues a smaller one', () => {
  const wide = painted({}, 20, 40);
  const narrow = painted({}, 20, 30);
  for (let row = 0; row < 20; row++) {
    expect(wide.subarray(row * 120, row * 120 + 90)).toEqual(
      narrow.subarray(row * 90, row * 90 + 90),
    );
  }
});
