import { expect, test } from 'vitest';
import { imageOf, leaf, soil, white } from '../../test/small-images.ts';
import { backgroundColour } from './background-colour.ts';

test('the background colour is that of the corners without leaf-green pixels', () => {
  const rows = [
    [soil, white, white, leaf],
    [white, white, white, white],
    [white, white, white, white],
    [soil, white, white, leaf],
  ] as const;
  expect(backgroundColour(imageOf(rows))).toEqual([...soil]);
  expect(backgroundColour(imageOf([[leaf]]))).toEqual([...leaf]); // no other pixels are left
});
