import { expect, test } from 'vitest';
import { black, imageOf, leaf, soil, white } from '../../test/small-images.ts';
import { borderColour } from './border-colour.ts';

test('the border colour does not depend on pixels inside', () => {
  const ring = [soil, soil, soil] as const;
  expect(borderColour(imageOf([ring, [soil, leaf, soil], ring]))).toEqual([...soil]);
  expect(borderColour(imageOf([[black], [white]]))).toEqual([127.5, 127.5, 127.5]);
});
