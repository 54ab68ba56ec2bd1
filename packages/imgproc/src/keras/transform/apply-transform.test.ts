import { expect, test } from 'vitest';
import { digestOf, images, transformed } from '../../../fixtures/keras.ts';
import { applyTransform } from './apply-transform.ts';
import { STILL } from './keras-numbers.ts';
import { fromPlanes, toPlanes } from './planes.ts';
import { traitsOf } from './traits.ts';

const groups = new Map<string, typeof transformed>();
for (const one of transformed) {
  const key = `${one.compat}, order ${one.interpolationOrder}, ${one.fillMode}`;
  groups.set(key, [...(groups.get(key) ?? []), one]);
}

test.each([...groups])('%s: the float32 values of Keras bit for bit', (_, cases) => {
  const wrong = cases.filter(({ compat, image, interpolationOrder, numbers, hash, ...options }) => {
    const source = images[image]!; // the fixture has it
    const planes = toPlanes(source.data, { ...source, order: 'channels-last' });
    const traits = traitsOf(compat);
    const result = applyTransform(planes, numbers, {
      ...options,
      order: interpolationOrder,
      traits,
    });
    return digestOf(fromPlanes(result, 'channels-last')) !== hash;
  });
  expect(wrong.map(({ numbers }) => numbers)).toEqual([]);
  expect(cases.length).toBeGreaterThan(5);
});

test('without a change the image itself is the result', () => {
  const planes = toPlanes([1, 2, 3], { height: 1, width: 3, channels: 1, order: 'channels-last' });
  const options = { order: 1, fillMode: 'nearest', cval: 0, traits: traitsOf('fixed') } as const;
  expect(applyTransform(planes, STILL, options)).toBe(planes);
});

const square = toPlanes(
  Array.from({ length: 9 }, (_, at) => at),
  { height: 3, width: 3, channels: 1, order: 'channels-last' },
);
const options = { order: 1, fillMode: 'nearest', cval: 0 } as const;

test('fixed rotates clockwise about the true centre', () => {
  const turned = applyTransform(
    square,
    { ...STILL, theta: 90 },
    { ...options, traits: traitsOf('fixed') },
  );
  expect([...turned.data].map((value) => Math.round(value))).toEqual([6, 3, 0, 7, 4, 1, 8, 5, 2]);
});

test('fixed moves rows by tx and columns by ty, keras-3 the other way round', () => {
  const moved = (compat: 'fixed' | 'keras-3') => [
    ...applyTransform(square, { ...STILL, tx: 1 }, { ...options, traits: traitsOf(compat) }).data,
  ];
  expect(moved('fixed')).toEqual([3, 4, 5, 6, 7, 8, 6, 7, 8]);
  expect(moved('keras-3')).toEqual([1, 2, 2, 4, 5, 5, 7, 8, 8]);
});
