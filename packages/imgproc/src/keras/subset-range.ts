import { SproutError } from '@sprout/core';

/** The parts of the data by `validationSplit`. */
export type Subset = 'training' | 'validation';

/** The samples of a subset: the first ones are for validation, the others for training, and all without a subset. */
export function subsetRange(
  count: number,
  {
    subset,
    validationSplit,
  }: { readonly subset: Subset | undefined; readonly validationSplit: number },
): { readonly start: number; readonly stop: number } {
  const split = Math.trunc(validationSplit * count);
  switch (subset) {
    case undefined:
      return { start: 0, stop: count };
    case 'validation':
      return { start: 0, stop: split };
    case 'training':
      return { start: split, stop: count };
    default: {
      const rule = 'training or validation';
      throw new SproutError('option-invalid', { option: 'subset', value: String(subset), rule });
    }
  }
}
