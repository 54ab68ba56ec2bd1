import { resolve, sep } from 'node:path';
import { expect, test } from 'vitest';
import { isWithin } from './is-within.ts';

const photos = resolve('photos');

test.each([photos, `${photos}${sep}oak`, `${photos}${sep}..oak`])('%s is in the folder', (path) => {
  expect(isWithin(path, photos)).toBe(true);
});

test.each([`${photos}-2`, resolve('.'), resolve(sep)])('%s is not', (path) => {
  expect(isWithin(path, photos)).toBe(false);
});

test('every path is in the root', () => {
  expect(isWithin(photos, resolve(sep))).toBe(true);
});
