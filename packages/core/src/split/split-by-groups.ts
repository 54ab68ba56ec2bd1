import { SproutError } from '../errors/sprout-error.ts';
import { classCounts } from '../dataset/class-weights.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Samples } from '../dataset/samples.ts';
import { type Split, splitWhere } from './split.ts';
import { splitKey } from './split-key.ts';
import { checkFraction, checkPerClass, fractionOf } from './split-options.ts';

/** How much of each class is for validation: a number of samples or a share of them. */
export type ValidationShare = { readonly perClass: number } | { readonly fraction: number };

export interface SplitByGroupsOptions {
  readonly share: ValidationShare;
  /** The group of a sample by its id: a plant, a day, a camera. */
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
 * Splits without dividing a group: from random order on, groups change sides as long as that brings the classes'
 * numbers nearer to what was asked for, so they are met about, not exactly. A class that would have nothing for validation
 * then gives its smallest group. Every class keeps training samples, so a class that is one group has none for validation.
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
  if ('perClass' in share) checkPerClass(share.perClass);
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

/** Moves groups over and back while the distance from the targets shrinks; ends since it shrinks each time. */
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

/** Adds the smallest possible group of each class that nothing was chosen of. */
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

/** Whether moving a group lowers the sum of the squared distances, each relative to its target. */
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
