import { expect, test } from 'vitest';
import type { SproutFile } from '../model-card.ts';
import { isSealed, sealOf } from './seal.ts';

const UNSEALED = {
  schema: 1,
  classes: ['a', 'b'],
  recipe: [],
  recipeHash: '',
  versions: {},
  input: { height: 1, width: 1, channels: 1, normalisation: { mean: [0], deviation: [1] } },
  files: { 'model.json': '', 'weights.bin': '' },
} satisfies Omit<SproutFile, 'seal'>;

test('a seal is the hash of canonical JSON: the order of keys does not matter', () => {
  expect(sealOf({ b: 1, a: [2] })).toBe(sealOf({ a: [2], b: 1 }));
  // printf '{"a":[2],"b":1}' | sha256sum
  expect(sealOf({ b: 1, a: [2] })).toBe(
    '63c9663de90ee828bbda6cd9acf02d0c653986c1ec25aa239920641edc9a1de5',
  );
});

test('a file is sealed until a field changes', () => {
  const sealed = { ...UNSEALED, seal: sealOf(UNSEALED) };
  expect(isSealed(sealed)).toBe(true);
  expect(isSealed({ ...sealed, classes: ['b', 'a'] })).toBe(false);
});
