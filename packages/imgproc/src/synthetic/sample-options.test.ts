import { expect, test } from 'vitest';
import { resolveSampleOptions } from './sample-options.ts';

const defaults = { classes: 12, images: 40, size: 150, seed: 0 };

test('options that are not given have defaults', () => {
  expect(resolveSampleOptions({})).toEqual(defaults);
  expect(resolveSampleOptions({ images: 3 })).toEqual({ ...defaults, images: 3 });
});

test.each([
  { classes: 2, images: 1, size: 16, seed: 0 },
  { classes: 50, images: 9999, size: 1024, seed: Number.MAX_SAFE_INTEGER },
])('%j is within the limits', (options) => {
  expect(resolveSampleOptions(options)).toEqual(options);
});

test.each([
  [{ classes: 51 }, 'classes must be a whole number from 2 to 50; received 51'],
  [{ images: 0 }, 'images must be a whole number from 1 to 9999; received 0'],
  [{ images: 10_000 }, 'images must be a whole number from 1 to 9999; received 10000'],
  [{ size: 15 }, 'size must be a whole number from 16 to 1024; received 15'],
  [{ size: Number.NaN }, 'size must be a whole number from 16 to 1024; received NaN'],
  [{ seed: -1 }, 'seed must be a whole number from 0 to 9007199254740991; received -1'],
  [{ seed: 0.5 }, 'seed must be a whole number from 0 to 9007199254740991; received 0.5'],
])('%j is refused', (options, message) => {
  expect(() => resolveSampleOptions(options)).toThrow(
    expect.objectContaining({ code: 'option-invalid', message }),
  );
});
