import { SproutError } from '../errors/sprout-error.ts';
import { classCounts } from '../dataset/class-weights.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { checkWhole } from '../errors/check-whole.ts';
import type { Samples } from '../dataset/samples.ts';
import { type Split, splitWhere } from './split.ts';
import { splitKey } from './split-key.ts';
import { checkFraction, fractionOf } from './split-options.ts';

/** How much of each class is for validation: a number of samples, or a fraction of them. */
export type ValidationShare = { readonly perClass: number } | { readonly fraction: number };

export interface SplitByGroupsOptions {
  readonly share: ValidationShare;
  /** The group of a sample, from its id: a plant, a day, a camera. */
  readonly groups: (id: string) => string;
  readonly seed: number;
}

interface Group {
  readonly name: string;
  readonly positions: number[];
  /** Samples by label. */
  readonly counts: Map<number, number>;
}

/**
 * Splits without dividing a group. Groups, in random order, are moved to validation or back as long as a move brings the
 * number of validation samples of each class nearer to its target; the targets are met approximately. A class that
 * would then have no validation samples gives its smallest group. Every class keeps training samples, so a class that
 * consists of one group has no validation samples.
 *
 * @throws {SproutError} `class-too-small`, `option-invalid`.
 */
export function splitByGroups(
  dataset: Dataset,
  { share, groups, seed }: SplitByGroupsOptions,
): Split {
  const { samples } = dataset;
  const sorted = sortIntoGroups(samples, groups);
  const ordered = [...sorted]
    .map((group) => ({ group, key: splitKey(seed, group.name) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ group }) => group);
  const targets = targetsOf(dataset, share);
  const chosen = withSomeOfEach(chooseGroups(ordered, targets), { groups: ordered, targets });
  const isValidation = new Uint8Array(samples.length);
  for (const group of chosen) for (const position of group.positions) isValidation[position] = 1;
  return splitWhere(samples, (position) => isValidation[position] === 1);
}

interface Target {
  readonly available: number;
  readonly wanted: number;
}

function targetsOf({ classes, samples }: Dataset, share: ValidationShare): Target[] {
  if ('perClass' in share) checkWhole('perClass', share.perClass, { least: 0 });
  else checkFraction(share.fraction);
  return classCounts({ classes, samples }).map((count, label) => {
    if ('fraction' in share) return { available: count, wanted: fractionOf(count, share.fraction) };
    const requested = share.perClass;
    if (count > 0 && requested >= count) {
      throw new SproutError('class-too-small', {
        className: classes[label]!,
        available: count,
        requested,
      });
    }
    return { available: count, wanted: requested };
  });
}

function sortIntoGroups(samples: Samples, groupOf: (id: string) => string): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (let position = 0; position < samples.length; position++) {
    const name = groupOf(samples.idAt(position));
    let group = groups.get(name);
    if (group === undefined) groups.set(name, (group = { name, positions: [], counts: new Map() }));
    group.positions.push(position);
    const label = samples.labelAt(position);
    group.counts.set(label, (group.counts.get(label) ?? 0) + 1);
  }
  return groups.values();
}

/**
 * Greedy search: moves groups to validation and back while that lowers the distance from the targets. It ends because
 * every move lowers it.
 */
function chooseGroups(groups: readonly Group[], targets: readonly Target[]): Set<Group> {
  const chosen = new Set<Group>();
  const taken = targets.map(() => 0);
  for (let moved = true; moved;) {
    moved = false;
    for (const group of groups) {
      const sign = chosen.has(group) ? -1 : 1;
      if (!improves(group, sign, { taken, targets })) continue;
      for (const [label, count] of group.counts) taken[label]! += sign * count;
      if (sign > 0) chosen.add(group);
      else chosen.delete(group);
      moved = true;
    }
  }
  return chosen;
}

/** For each class of which nothing was chosen, adds its smallest group that leaves training samples to every class. */
function withSomeOfEach(
  chosen: ReadonlySet<Group>,
  { groups, targets }: { readonly groups: readonly Group[]; readonly targets: readonly Target[] },
): Set<Group> {
  const all = new Set(chosen);
  const takenOf = (label: number): number =>
    [...all].reduce((sum, { counts }) => sum + (counts.get(label) ?? 0), 0);
  for (const [label, { wanted }] of targets.entries()) {
    if (wanted === 0 || takenOf(label) > 0) continue;
    const [smallest] = groups
      .filter(({ counts }) => counts.has(label) && leavesSome(counts))
      .toSorted((a, b) => a.positions.length - b.positions.length);
    if (smallest !== undefined) all.add(smallest);
  }
  return all;

  function leavesSome(counts: ReadonlyMap<number, number>): boolean {
    return [...counts].every(
      ([other, count]) => takenOf(other) + count < targets[other]!.available,
    );
  }
}

interface Progress {
  readonly taken: readonly number[];
  readonly targets: readonly Target[];
}

/** Whether moving a group lowers the sum of the squared distances, each divided by its target. */
function improves(group: Group, sign: 1 | -1, { taken, targets }: Progress): boolean {
  let change = 0;
  for (const [label, count] of group.counts) {
    const { available, wanted } = targets[label]!;
    const after = taken[label]! + sign * count;
    if (sign > 0 && after >= available) return false;
    change += ((after - wanted) ** 2 - (taken[label]! - wanted) ** 2) / Math.max(1, wanted);
  }
  return change < -1e-9;
}
