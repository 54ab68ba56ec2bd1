import { SproutError } from '@sprout/core';

export interface SampleOptions {
  /** 2 to 50. The first twelve are the species of the table, the others are made up. @default 12 */
  readonly classes?: number;
  /** Images of each class. @default 40 */
  readonly images?: number;
  /** Height and width in pixels. @default 150 */
  readonly size?: number;
  /** @default 0 */
  readonly seed?: number;
}

const LIMITS = {
  classes: [2, 50],
  images: [1, 9999],
  size: [16, 1024],
  seed: [0, Number.MAX_SAFE_INTEGER],
} as const;

/** Fills in the defaults and checks the limits. @throws {SproutError} `option-invalid`. */
export function resolveSampleOptions(given: SampleOptions): Required<SampleOptions> {
  const { classes = 12, images = 40, size = 150, seed = 0 } = given;
  const options = { classes, images, size, seed };
  for (const name of ['classes', 'images', 'size', 'seed'] as const) {
    const value = options[name];
    const [least, most] = LIMITS[name];
    if (!Number.isInteger(value) || value < least || value > most) {
      const rule = `a whole number from ${least} to ${most}`;
      throw new SproutError('option-invalid', { option: name, value: String(value), rule });
    }
  }
  return options;
}
