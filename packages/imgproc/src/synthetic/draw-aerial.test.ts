import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Ground, Weather } from './aerial-tags.ts';
import { drawAerial } from './draw-aerial.ts';

const plan = { id: 'images/0001.png', number: 1, size: 64, seed: 0 };
const draw = (weather: Weather, ground: readonly Ground[]) =>
  drawAerial({ ...plan, weather, ground }).data;
/** The mean difference of two images, in grey levels. */
const difference = (a: Uint8Array, b: Uint8Array): number =>
  a.reduce((sum, value, at) => sum + Math.abs(value - b[at]!), 0) / a.length;

test('a plan gives the recorded picture', () => {
  // another hash means another drawing: then DRAWING in write-sample.ts must be raised
  const bytes = draw('partly_cloudy', ['primary', 'agriculture', 'road', 'water', 'habitation']);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(
    'e584adc6a948f00df3e85408d03341ac82722183dcf86cf1bec3f6b780767dad',
  );
});

test.each([
  'agriculture',
  'road',
  'water',
  'habitation',
  'cultivation',
  'bare_ground',
  'blooming',
] as const)('%s can be seen', (tag) => {
  expect(difference(draw('clear', ['primary', tag]), draw('clear', ['primary']))).toBeGreaterThan(
    1,
  );
});

test.each(['partly_cloudy', 'haze', 'cloudy'] as const)('%s can be seen', (weather) => {
  expect(difference(draw(weather, ['primary']), draw('clear', ['primary']))).toBeGreaterThan(8);
});
