import { expect, test } from 'vitest';
import { planeOf } from '../../test/small-images.ts';
import { tone } from './tone.ts';

test('tone is mean and standard deviation', () => {
  expect(tone(planeOf([[10, 30]]))).toEqual({ brightness: 20, contrast: 10 });
});
