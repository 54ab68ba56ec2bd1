import { duplicateGroups, duplicateRoots } from './duplicates/find-duplicates.ts';
import { findGiveaways } from './giveaways/find-giveaways.ts';
import { findings } from './findings.ts';
import { hasFittingExtension } from './report/has-fitting-extension.ts';
import type { HealthInput } from './report/health-input.ts';
import type { ClassHealth, HealthReport, Spread } from './report/health-report.ts';
import { imbalance } from './imbalance.ts';

/**
 * Assesses a data set from the facts of its images: counts, sizes, broken files, duplicates, imbalance, leaks across the
 * split and giveaways. A pure function.
 */
export function assessHealth(input: HealthInput): HealthReport {
  const { classes, images, bad } = input;
  const roots = duplicateRoots(images);
  const perClass = classHealth(input);
  const facts = images.map((image) => image.facts);
  const odd = oddFiles(images);
  const report = {
    images: images.length,
    classes: perClass,
    formats: formats(facts.map(({ format }) => format)),
    ...(facts.length > 0 && {
      sizes: {
        height: spread(facts.map(({ height }) => height)),
        width: spread(facts.map(({ width }) => width)),
        bytes: spread(facts.map(({ bytes }) => bytes)),
      },
      proportions: spread(facts.map(({ height, width }) => width / height)),
    }),
    bad,
    wrongExtensions: images
      .filter(({ id, facts: { format } }) => !hasFittingExtension(id, format))
      .map(({ id, facts: { format } }) => ({ id, format })),
    ...(odd.length > 0 && { odd }),
    duplicates: duplicateGroups(images, roots, classes),
    imbalance: imbalance(perClass.map((each) => each.images)),
    giveaways: findGiveaways(images, { classes, roots }),
  };
  return { ...report, findings: findings(report, input) };
}

function oddFiles(images: HealthInput['images']): { id: string; oddity: string }[] {
  return images.flatMap(({ id, facts: { oddity } }) =>
    oddity === undefined ? [] : [{ id, oddity }],
  );
}

function classHealth({ classes, images, bad }: HealthInput): ClassHealth[] {
  const counts = classes.map((name) => ({ name, images: 0, bad: 0 }));
  const subsets = classes.map(() => ({ training: 0, validation: 0 }));
  const ids = classes.map((): string[] => []);
  for (const { id, label, subset } of images) {
    counts[label]!.images++;
    ids[label]!.push(id);
    if (subset !== undefined) subsets[label]![subset]++;
  }
  for (const { label } of bad) counts[label]!.bad++;
  const whole = counts.map((count, label) => ({
    ...count,
    ...subFolders(count.name, ids[label]!),
  }));
  const isSplit = images.some(({ subset }) => subset !== undefined);
  return isSplit ? whole.map((count, label) => ({ ...count, ...subsets[label]! })) : whole;
}

/** The sub-folders of a class at the first depth at which the paths of its images differ, if no image is above that depth. */
function subFolders(name: string, ids: readonly string[]): Pick<ClassHealth, 'folders'> {
  const paths = ids
    .map((id) => id.split('/'))
    .map((parts) => parts.slice(parts.indexOf(name) + 1, -1));
  const least = paths.reduce((few, { length }) => Math.min(few, length), paths[0]?.length ?? 0);
  for (let depth = 1; depth <= least; depth++) {
    const folders = new Set(paths.map((path) => path.slice(0, depth).join('/')));
    if (folders.size > 1) return { folders: [...folders] };
  }
  return {};
}

function formats(all: readonly string[]): { format: string; images: number }[] {
  const counts = new Map<string, number>();
  for (const format of all) counts.set(format, (counts.get(format) ?? 0) + 1);
  return [...counts]
    .map(([format, images]) => ({ format, images }))
    .toSorted((a, b) => b.images - a.images);
}

/** The smallest value, the upper median and the largest value. @param values At least one. */
function spread(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).toSorted();
  return { least: sorted[0]!, median: sorted[sorted.length >> 1]!, most: sorted.at(-1)! };
}
