import { areaUnderCurve } from './area-under-curve.ts';
import { crossValidate } from './cross-validate.ts';
import { GIVEAWAY_FEATURES } from './giveaway-features.ts';
import type { ExaminedImage } from '../report/health-input.ts';
import type { ClassGiveaway, Giveaway } from '../report/health-report.ts';

/** By how many standard errors a figure must exceed its limit. By chance it does so about once in a thousand tests. */
const STANDARD_ERRORS = 3;
/** A class whose area under the ROC curve is larger than this counts as given away. */
const GIVEN_AWAY = 0.85;
/** A feature counts as a giveaway when it covers more than this share of the way from guessing to certainty. */
const SKILLED = 0.25;
/** Classes with fewer images than this are not assessed. */
const FEWEST = 10;
/** At most this many images are used, but at least 20 of each class: more would not change the result. */
const MOST_IMAGES = 6000;

export interface FindGiveawaysOptions {
  readonly classes: readonly string[];
  /** For each image, the first image that shows the same picture. Duplicates are kept in one fold. */
  readonly roots: Uint32Array;
}

/**
 * How well the class can be predicted from image size, file type, bytes per pixel, brightness, border and background. Small differences
 * that come from the subjects themselves (a larger plant hides more soil) stay below the limits.
 *
 * @returns One entry for each feature. None if fewer than two classes have ten images, or if all images show the same picture.
 */
export function findGiveaways(
  images: readonly ExaminedImage[],
  { classes, roots }: FindGiveawaysOptions,
): Giveaway[] {
  const positions = evenly(images, classes.length);
  const labels = positions.map((position) => images[position]!.label);
  const groups = positions.map((position) => roots[position]!);
  const counts = classes.map((_, label) => labels.filter((other) => other === label).length);
  const present = counts.filter((count) => count >= FEWEST).length;
  if (present < 2 || new Set(groups).size < 2) return []; // no fold could be predicted from others
  return GIVEAWAY_FEATURES.map(({ name, numbers }) => {
    const rows = positions.map((position) => numbers(images[position]!.facts));
    const predictions = crossValidate(rows, { labels, classes: classes.length, groups });
    const perClass = classes.map((className, label) =>
      classGiveaway(className, { predictions, label, labels, enough: counts[label]! >= FEWEST }),
    );
    const skill = skillOf(predictions, labels, counts);
    const suspicious = skill.lowerBound > SKILLED || perClass.some((each) => each.suspicious);
    return {
      feature: name,
      accuracy: skill.accuracy,
      chance: skill.chance,
      suspicious,
      classes: perClass,
    };
  });
}

/** The positions of up to the same number of images of each class, evenly spaced over the class. */
function evenly(images: readonly ExaminedImage[], classes: number): number[] {
  const byClass = Array.from({ length: classes }, (): number[] => []);
  images.forEach(({ label }, position) => byClass[label]!.push(position));
  const most = Math.max(20, Math.floor(MOST_IMAGES / classes));
  return byClass.flatMap((own) => {
    const step = Math.max(1, own.length / most);
    return Array.from(
      { length: Math.min(own.length, most) },
      (_, at) => own[Math.floor(at * step)]!,
    );
  });
}

function classGiveaway(
  name: string,
  options: {
    readonly predictions: readonly Float64Array[];
    readonly label: number;
    readonly labels: readonly number[];
    readonly enough: boolean;
  },
): ClassGiveaway {
  const { predictions, label, labels, enough } = options;
  const scores = predictions.map((prediction) => prediction[label]!);
  const { area, error } = areaUnderCurve(scores, (at) => labels[at] === label);
  return { name, area, suspicious: enough && area - STANDARD_ERRORS * error > GIVEN_AWAY };
}

/** The balanced accuracy, and a lower bound of its share of the way from guessing (0) to certainty (1). */
function skillOf(
  predictions: readonly Float64Array[],
  labels: readonly number[],
  counts: readonly number[],
): { accuracy: number; chance: number; lowerBound: number } {
  const hits = counts.map(() => 0);
  predictions.forEach((prediction, at) => {
    const label = labels[at]!;
    if (prediction.indexOf(Math.max(...prediction)) === label) hits[label]!++;
  });
  const present = counts.flatMap((count, label) =>
    count > 0 ? [{ count, share: hits[label]! / count }] : [],
  );
  const accuracy = present.reduce((sum, { share }) => sum + share, 0) / present.length;
  const chance = 1 / present.length;
  const variance = present.reduce(
    (sum, { count, share }) => sum + (share * (1 - share) + 0.25 / count) / count,
    0,
  );
  const error = Math.sqrt(variance) / present.length;
  const lowerBound = (accuracy - STANDARD_ERRORS * error - chance) / (1 - chance);
  return { accuracy, chance, lowerBound };
}
