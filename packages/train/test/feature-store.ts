import type { FeatureAddress } from '../src/features/feature-address.ts';
import type { CreateFeatureStoreOptions } from '../src/features/node/create-feature-store.ts';

export const ADDRESS: FeatureAddress = {
  samples: 's',
  recipe: 'r',
  augmentation: 'a',
  imageSize: '32x32x3',
  inputFunction: 'i',
  base: 'b',
  weights: 'w',
  layer: 'l',
  copies: 2,
};

/** The store of `scripts/fixtures/feature_store.py`. */
export const STORE: CreateFeatureStoreOptions = {
  address: ADDRESS,
  shape: [2, 1, 3],
  ids: Array.from({ length: 5 }, (_, row) => `class ${row % 2}/é ${row}.png`),
  labels: Int32Array.of(0, 1, 0, 1, 0),
  batchSize: 2,
};

/** Rows of that store: value v of row r of copy c is `100 c + r + v / 8`. */
export function storeRows(positions: readonly number[], copy: number): Float32Array {
  return Float32Array.from(
    positions.flatMap((row) => [0, 1, 2, 3, 4, 5].map((value) => 100 * copy + row + value / 8)),
  );
}
