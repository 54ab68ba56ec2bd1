import { expect, test } from 'vitest';
import { mostProbable } from './most-probable.ts';

const [ash, elm, oak] = [
  { name: 'ash', probability: 0.2 },
  { name: 'elm', probability: 0.6 },
  { name: 'oak', probability: 0.2 },
] as const;

test('the most probable classes come first, equal ones in their order', () => {
  expect(mostProbable([ash, elm, oak], 2)).toEqual([elm, ash]);
  expect(mostProbable([ash, elm, oak], 9)).toEqual([elm, ash, oak]);
});
