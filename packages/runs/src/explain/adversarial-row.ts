import type { Tile } from '@sprout/viz';
import type { AdversarialRecord } from './adversarial-record.ts';

export interface AdversarialRowOptions {
  readonly record: AdversarialRecord;
  /** The largest epsilon that was tried. */
  readonly most: number;
}

/**
 * The row of an image in the sheet: the image, the changed image and their difference. The classes are on lines that are wrapped,
 * because a long name must not hide whether the change also works in the saved file.
 *
 * @param pictures One picture, or three if a change was found.
 */
export function adversarialRow(
  [image, changed, difference]: readonly Tile[],
  { record: { path, className, change }, most }: AdversarialRowOptions,
): Tile[] {
  const first = { ...image!, caption: path, lines: [`predicted as ${className}`] }; // each image has a picture
  if (change === undefined || changed === undefined || difference === undefined) {
    const none = {
      ...first,
      caption: 'no change was found',
      lines: [`with epsilon up to ${most}`],
    };
    return [first, none, { ...none, caption: '', lines: [] }];
  }
  const { epsilon, predicted, predictedAsSaved, amplification } = change;
  return [
    first,
    {
      ...changed,
      caption: `epsilon ${epsilon.toPrecision(2)} of 255`,
      lines: [`predicted as ${predicted}`, `as saved, rounded to bytes: ${predictedAsSaved}`],
    },
    {
      ...difference,
      caption: `difference, times ${Number(amplification.toPrecision(2))}`,
      lines: ['grey: no difference'],
    },
  ];
}
