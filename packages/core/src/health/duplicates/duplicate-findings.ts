import type { DuplicateGroup, Finding } from '../report/health-report.ts';
import { countOf } from '../../text/count-of.ts';
import { nameSome } from '../report/name-some.ts';

/**
 * Findings about equal pictures. A group that is in two classes and on both sides of the split is reported once, as the
 * worse of the two.
 */
export function duplicateFindings(groups: readonly DuplicateGroup[]): Finding[] {
  const conflicts = groups.filter(({ classes }) => classes.length > 1);
  const leaks = groups.filter(({ classes, acrossSplit }) => classes.length === 1 && acrossSplit);
  const rest = groups.filter(({ classes, acrossSplit }) => classes.length === 1 && !acrossSplit);
  return [
    ...finding(conflicts.filter(isExact), {
      severity: 'problem',
      kind: 'class-conflict',
      what: 'The same picture in different classes',
      advice: 'One of the labels is wrong: keep the picture in its right class only.',
    }),
    ...finding(conflicts.filter(isNear), {
      severity: 'warning',
      kind: 'class-conflict',
      what: 'Nearly the same picture in different classes',
      advice: 'Look at them: if they show the same thing, one of the labels is wrong.',
    }),
    ...finding(leaks.filter(isExact), {
      severity: 'problem',
      kind: 'split-leak',
      what: 'The same picture on both sides of the split',
      advice: LEAK,
    }),
    ...finding(leaks.filter(isNear), {
      severity: 'warning',
      kind: 'split-leak',
      what: 'Nearly the same picture on both sides of the split',
      advice: LEAK,
    }),
    ...finding(rest, {
      severity: 'note',
      kind: 'duplicates',
      what: 'The same or nearly the same picture more than once',
      advice:
        'Copies count double in training and may end up on both sides of a split: remove them, or split with --group-by and the duplicates.csv of inspect --out.',
    }),
  ];
}

const LEAK =
  'The validation accuracy is too high if a model is trained on copies of validation images: remove the copies, or split with --group-by and the duplicates.csv of inspect --out.';

const isNear = ({ kind }: DuplicateGroup): boolean => kind === 'near';
const isExact = (group: DuplicateGroup): boolean => !isNear(group);

function finding(
  groups: readonly DuplicateGroup[],
  text: Pick<Finding, 'severity' | 'kind'> & { readonly what: string; readonly advice: string },
): Finding[] {
  if (groups.length === 0) return [];
  const { severity, kind, what, advice } = text;
  const named = groups.map(({ ids }) => nameSome(ids, ' = '));
  return [
    {
      severity,
      kind,
      sentence: `${what} (${countOf(groups.length, 'group')}): ${nameSome(named)}. ${advice}`,
      classes: [...new Set(groups.flatMap(({ classes }) => classes))],
      files: groups.flatMap(({ ids }) => ids),
    },
  ];
}
