import { SproutError } from '@sprout/core';

/** The kinds of synthetic data sets. */
export const SAMPLE_KINDS = ['seedlings', 'multi-label', 'grouped'] as const;

export type SampleKind = (typeof SAMPLE_KINDS)[number];

export interface SampleOptions {
  /**
   * `seedlings`: one species in each image. `multi-label`: aerial images with several tags each, listed in `tags.csv`. `grouped`:
   * drivers, several images of each in every class, listed in `groups.csv`. @default seedlings
   */
  readonly kind?: SampleKind;
  /** 2 to 50 species, 5 to 12 tags, or 2 to 12 actions of drivers. @default 12 */
  readonly classes?: number;
  /** Images of each class; of `multi-label`, which has `classes * images` images, for each tag. @default 40 */
  readonly images?: number;
  /** Height and width in pixels. @default 150 */
  readonly size?: number;
  /** @default 0 */
  readonly seed?: number;
}

const CLASSES = { seedlings: [2, 50], 'multi-label': [5, 12], grouped: [2, 12] } as const;
const LIMITS = {
  images: [1, 9999],
  size: [16, 1024],
  seed: [0, Number.MAX_SAFE_INTEGER],
} as const;

/** Fills in the defaults and checks the limits. @throws {SproutError} `option-invalid`. */
export function resolveSampleOptions(given: SampleOptions): Required<SampleOptions> {
  const { kind = 'seedlings', classes = 12, images = 40, size = 150, seed = 0 } = given;
  if (!SAMPLE_KINDS.includes(kind)) {
    const rule = `one of ${SAMPLE_KINDS.join(', ')}`;
    throw new SproutError('option-invalid', { option: 'kind', value: kind, rule });
  }
  const options = { classes, images, size, seed };
  const limits = { ...LIMITS, classes: CLASSES[kind] };
  for (const name of ['classes', 'images', 'size', 'seed'] as const) {
    const value = options[name];
    const [least, most] = limits[name];
    if (!Number.isInteger(value) || value < least || value > most) {
      const rule = `a whole number from ${least} to ${most}`;
      throw new SproutError('option-invalid', { option: name, value: String(value), rule });
    }
  }
  return { kind, ...options };
}
