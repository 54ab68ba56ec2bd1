import { expect, test } from 'vitest';
import { resolveSampleOptions } from './sample-options.ts';

const defaults = { kind: 'seedlings', classes: 12, images: 40, size: 150, seed: 0 };

test('options that are not given have defaults', () => {
  expect(resolveSampleOptions({})).toEqual(defaults);
  expect(resolveSampleOptions({ images: 3 })).toEqual({ ...defaults, images: 3 });
});

test.each([
  { kind: 'seedlings', classes: 2, images: 1, size: 16, seed: 0 },
  { kind: 'multi-label', classes: 5, images: 1, size: 16, seed: 0 },
  { kind: 'grouped', classes: 12, images: 1, size: 16, seed: 0 },
  { kind: 'seedlings', classes: 50, images: 9999, size: 1024, seed: Number.MAX_SAFE_INTEGER },
] as const)('%j is within the limits', (options) => {
  expect(resolveSampleOptions(options)).toEqual(options);
});

test.each([
  [{ classes: 51 }, 'classes must be a whole number from 2 to 50; received 51'],
  [
    { kind: 'multi-label', classes: 13 },
    'classes must be a whole number from 5 to 12; received 13',
  ],
  [{ kind: 'grouped', classes: 1 }, 'classes must be a whole number from 2 to 12; received 1'],
  [
    { kind: 'weeds' as 'grouped' },
    'kind must be one of seedlings, multi-label, grouped; received weeds',
  ],
  [{ images: 0 }, 'images must be a whole number from 1 to 9999; received 0'],
  [{ images: 10_000 }, 'images must be a whole number from 1 to 9999; received 10000'],
  [{ size: 15 }, 'size must be a whole number from 16 to 1024; received 15'],
  [{ size: Number.NaN }, 'size must be a whole number from 16 to 1024; received NaN'],
  [{ seed: -1 }, 'seed must be a whole number from 0 to 9007199254740991; received -1'],
  [{ seed: 0.5 }, 'seed must be a whole number from 0 to 9007199254740991; received 0.5'],
] as const)('%j is refused', (options, message) => {
  expect(() => resolveSampleOptions(options)).toThrow(
    expect.objectContaining({ code: 'option-invalid', message }),
  );
});
