import { checkWhole, type Normalisation, SproutError } from '@sprout/core';
import type { ModelInput } from '@sprout/train';
import { type AscentStyle, bookAscent, modernAscent, type Penalty } from '@sprout/viz';
import { ASCENT_STYLES, type AscentStyleName, LIMITS } from '../options/limits.ts';

/** How pictures are made by gradient ascent. */
export interface AscentSettings {
  /** `modern` by default: the defaults of lucid. `book`: the loop of the book. */
  readonly style?: AscentStyleName | undefined;
  /** By default 512, or 500 in the style of the book. */
  readonly steps?: number | undefined;
  /** The length of a step; by default 0.05, or in the style of the book 0.1 for filters and 0.01 for classes. */
  readonly rate?: number | undefined;
  /** The weight of the square of the distance from grey, in the units of the objective. */
  readonly l2?: number | undefined;
  /** The weight of the total variation. */
  readonly tv?: number | undefined;
  /** The weight of the distance from the blurred image. */
  readonly blur?: number | undefined;
  /** The number of sizes, from small to that of the model's images, among which the steps are divided; 1 by default. */
  readonly octaves?: number | undefined;
  /** The ratio of each size to the one before; 1.4 by default. */
  readonly octaveScale?: number | undefined;
  /** The pictures of each subject, 1 by default. */
  readonly variants?: number | undefined;
  /** The weight of the penalty for the similarity of variants; no penalty by default. */
  readonly diversity?: number | undefined;
}

/**
 * The style of an ascent for a model.
 *
 * @param options.bookRate The length of a step in the style of the book, if none is set.
 * @throws {SproutError} `option-invalid`
 */
export function ascentStyleOf(
  { style = 'modern', steps, rate, l2, tv, blur }: AscentSettings,
  { input, bookRate }: { readonly input: ModelInput; readonly bookRate: number },
): AscentStyle {
  if (!ASCENT_STYLES.includes(style)) {
    const rule = `one of ${ASCENT_STYLES.join(', ')}`;
    throw new SproutError('option-invalid', { option: 'style', value: style, rule });
  }
  if (steps !== undefined) checkWhole('steps', steps, LIMITS.steps);
  const base =
    style === 'book'
      ? bookAscent({ units: unitsOf(input), steps, rate: rate ?? bookRate })
      : modernAscent({ steps });
  const penalties = Object.entries({ l2, tv, blur }).flatMap(([kind, weight]) =>
    weight === undefined ? [] : [{ kind, weight } as Penalty],
  ); // the names are kinds
  const optimiser = rate === undefined ? base.optimiser : { ...base.optimiser, rate };
  return { ...base, optimiser, penalties };
}

/** How pixels become inputs of a model, for red, green and blue. */
export function unitsOf({ normalisation, channelOrder }: ModelInput): Normalisation {
  if (channelOrder !== 'bgr') return normalisation;
  const { mean, deviation } = normalisation;
  return { mean: mean.toReversed(), deviation: deviation.toReversed() };
}
