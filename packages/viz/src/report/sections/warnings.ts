import { counted, percent } from '../../text/format.ts';
import type { ReportData } from '../data/report-data.ts';

/** One sentence for each fact that may make the accuracy look better or worse than it is. */
export function warnings({ models: [model], health, changedFiles = [] }: ReportData): string[] {
  const { duplicates = [], giveaways = [], findings = [] } = health ?? {};
  const exact = duplicates.filter(({ kind }) => kind !== 'near');
  const near = duplicates.filter(({ kind }) => kind === 'near');
  const leaks = (groups: typeof duplicates): number =>
    groups.filter(({ acrossSplit }) => acrossSplit).length;
  const clashes = (groups: typeof duplicates): number =>
    groups.filter(({ classes }) => classes.length > 1).length;
  const given = giveaways.filter(({ suspicious }) => suspicious);
  const uneven = findings.some(({ kind, severity }) => kind === 'imbalance' && severity !== 'note');
  const chosen = model?.bestEpoch !== undefined && model.metrics.length > 1;
  return [
    ...changedFiles.map(
      (file) => `${file} was changed since it was written: its values may not be those of the run.`,
    ),
    ...given.map(
      ({ feature, accuracy, chance }) =>
        `From ${feature} alone the class can be guessed in ${percent(accuracy)} of cases (by chance: ${percent(chance)}): the model may have learned that instead.`,
    ),
    ...sentence(
      leaks(exact),
      'of equal pictures on both sides of the split: the model was checked on what it had seen.',
    ),
    ...sentence(
      leaks(near),
      'of nearly equal pictures on both sides of the split: the model may have been checked on what it had seen.',
    ),
    ...sentence(
      clashes(exact),
      'of equal pictures in different classes: at most one label can be right.',
    ),
    ...sentence(
      clashes(near),
      'of nearly equal pictures in different classes: where they show the same, one label is wrong.',
    ),
    ...(uneven ? [UNEVEN] : []),
    ...(chosen ? [CHOSEN] : []),
  ];
}

function sentence(groups: number, words: string): string[] {
  return groups === 0 ? [] : [`${counted(groups, 'group')} ${words}`];
}

const UNEVEN = 'Some classes have far more images than others: look at the classes one by one.';
const CHOSEN =
  'The epoch to keep was chosen on the very images that the accuracy is measured on: expect a little less on new ones.';
