import { counted, percent } from './format.ts';
import type { ReportData } from './report-data.ts';

/** A class is rare when another has this many times its images. */
const IMBALANCE = 5;

/** What may make the accuracy look better, or worse, than it is; a sentence each. */
export function warnings({ dataset, models, health }: ReportData): string[] {
  const duplicates = health?.duplicates ?? [];
  const leaks = duplicates.filter(({ acrossSplit }) => acrossSplit).length;
  const clashes = duplicates.filter(({ acrossClasses }) => acrossClasses).length;
  const suspicious = (health?.giveaways ?? []).filter((giveaway) => giveaway.suspicious);
  const sizes = dataset.classes.map(({ training, validation }) => training + validation);
  const ratio = Math.max(...sizes) / Math.max(1, Math.min(...sizes));
  const chosen = models[0]?.bestEpoch !== undefined && models[0].metrics.length > 1;
  return [
    ...suspicious.map(
      ({ feature, accuracy }) =>
        `The ${feature} alone gives the class away in ${percent(accuracy)} of the images: the model may have learned that instead.`,
    ),
    ...(leaks > 0
      ? [
          `${counted(leaks, 'group')} of equal or nearly equal pictures on both sides of the split: the model was checked on what it had seen.`,
        ]
      : []),
    ...(clashes > 0
      ? [
          `${counted(clashes, 'group')} of equal or nearly equal pictures in different classes: at most one label can be right.`,
        ]
      : []),
    ...(ratio >= IMBALANCE
      ? [
          `The largest class has ${ratio.toFixed(0)} times the images of the smallest: look at the classes one by one.`,
        ]
      : []),
    ...(chosen ? [CHOSEN] : []),
  ];
}

const CHOSEN =
  'The epoch to keep was chosen on the very images that the accuracy is measured on: expect a little less on new ones.';
