import { SproutError } from '@sprout/core';
import { z } from 'zod';

/** What determines the numbers of a feature store: all of it as text or numbers, which are compared. */
export const featureAddressSchema = z.strictObject({
  /** The fingerprint of the samples: their ids, labels and the versions of their files. */
  samples: z.string(),
  /** The recipe, as text or a hash. */
  recipe: z.string(),
  /** The augmentation of the copies with its seed, as text or a hash; `none` without. */
  augmentation: z.string(),
  /** Height, width and channels of the images. */
  imageSize: z.string(),
  /** The order of channels, mean and deviation. */
  inputFunction: z.string(),
  /** The name of the base, with its parameters. */
  base: z.string(),
  /** The hash of the weights of the base. */
  weights: z.string(),
  /** The layer whose output the features are. */
  layer: z.string(),
  /** The number of versions of each image. */
  copies: z.int().positive(),
});

export type FeatureAddress = z.output<typeof featureAddressSchema>;

const FIELDS: { readonly [Field in keyof FeatureAddress]: string } = {
  samples: 'the data set (ids, labels and versions of its files)',
  recipe: 'the recipe',
  augmentation: 'the augmentation',
  imageSize: 'the image size',
  inputFunction: 'the input function',
  base: 'the base',
  weights: 'the weights of the base',
  layer: 'the layer',
  copies: 'the number of copies',
};

/**
 * Refuses a store whose features were made in another way.
 *
 * @param store Names the store in the error.
 * @throws {SproutError} `recipe-mismatch`, naming the first field that differs, with both values.
 */
export function checkAddress(store: string, found: FeatureAddress, wanted: FeatureAddress): void {
  for (const [name, words] of Object.entries(FIELDS)) {
    const field = name as keyof FeatureAddress; // the table's own keys
    if (found[field] === wanted[field]) continue;
    throw new SproutError('recipe-mismatch', {
      left: `The feature store ${store}`,
      right: 'the features asked for',
      field: `${words} is ${found[field]} in the store, and ${wanted[field]} here`,
    });
  }
}
