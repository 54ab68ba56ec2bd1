import { expect, test } from 'vitest';
import { modelCardSchema, sproutFileSchema } from './model-card.ts';

const CARD = {
  classes: ['a', 'b'],
  recipe: [{ op: 'resize', height: 4, width: 4 }],
  recipeHash: 'abc',
  versions: { sprout: '0.1.0' },
};
const FILE = {
  ...CARD,
  schema: 1,
  input: {
    height: 4,
    width: 4,
    channels: 3,
    normalisation: { mean: [0, 0, 0], deviation: [1, 1, 1] },
  },
  files: { 'model.json': 'x', 'weights.bin': 'y' },
  seal: 'z',
};

test('a card keeps its fields, and the options of ops', () => {
  expect(modelCardSchema.parse(CARD)).toEqual(CARD);
});

test.each([
  { classes: ['one'] },
  { classes: undefined },
  { recipe: [{ height: 4 }] },
  { versions: { sprout: 1 } },
  { comment: 'unknown' },
])('a card is refused with %j', (part) => {
  expect(modelCardSchema.safeParse({ ...CARD, ...part }).success).toBe(false);
});

test('a file without a channel order is read', () => {
  expect(sproutFileSchema.parse(FILE)).toEqual(FILE);
});

test.each([
  { height: 0 },
  { channelOrder: 'grb' },
  { normalisation: { mean: [0], deviation: [0] } },
  { depth: 3 },
])('a file is refused with the input %j', (part) => {
  const input = { ...FILE.input, ...part };
  expect(sproutFileSchema.safeParse({ ...FILE, input }).success).toBe(false);
});
