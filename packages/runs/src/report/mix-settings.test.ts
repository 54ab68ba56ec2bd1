import { mixSchema } from '@sprout/train';
import { expect, test } from 'vitest';
import { mixSettings } from './mix-settings.ts';

test('a report says how images were mixed', () => {
  expect(mixSettings(mixSchema.parse({ mixUp: { alpha: 0.4 } }))).toEqual([
    { name: 'Mixed images', value: 'MixUp, alpha 0.4' },
  ]);
  expect(mixSettings(mixSchema.parse({ mixUp: {}, cutMix: {}, probability: 0.5 }))).toEqual([
    {
      name: 'Mixed images',
      value: 'MixUp, alpha 0.2 or CutMix, alpha 1, with probability 0.5 for a batch',
    },
  ]);
  expect(mixSettings(undefined)).toEqual([]);
});
