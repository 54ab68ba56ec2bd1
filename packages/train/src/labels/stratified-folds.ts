import { permutation, rngAt } from '@sprout/core';

export interface StratifiedFoldsOptions {
  /** The class of each image, 0 to `classes - 1`. */
  readonly labels: ArrayLike<number>;
  readonly classes: number;
  /** The group of each image, a whole number. Images of a group are in one fold. */
  readonly groups: ArrayLike<number>;
  /** The number of folds, at most 256. Some are empty if there are fewer groups. */
  readonly folds: number;
  readonly seed: number;
}

/**
 * Divides images into folds with about equally many images of each class. No group is divided. The groups are placed by falling size, and
 * in random order among groups of one size, each in the fold that has the fewest images of its classes.
 *
 * @returns The fold of each image, from 0.
 */
export function stratifiedFolds({
  labels,
  classes,
  groups,
  folds,
  seed,
}: StratifiedFoldsOptions): Uint8Array {
  const members = membersOf(groups);
  const order = permutation(members.length, rngAt(seed, ['labels', 'folds']));
  const taken = Array.from({ length: folds }, () => new Float64Array(classes));
  const sizes = new Float64Array(folds);
  const foldOf = new Uint8Array(labels.length);
  const placed = Array.from(order, (at) => members[at]!).toSorted((a, b) => b.length - a.length);
  for (const group of placed) {
    const costs = taken.map((counts, fold) => [
      group.reduce((sum, image) => sum + counts[labels[image]!]!, 0) / group.length,
      sizes[fold]!,
    ]);
    const fold = costs.reduce((best, cost, at) => (less(cost, costs[best]!) ? at : best), 0);
    for (const image of group) {
      foldOf[image] = fold;
      taken[fold]![labels[image]!]!++;
    }
    sizes[fold]! += group.length;
  }
  return foldOf;
}

/** The images of each group; groups without images are left out. */
function membersOf(groups: ArrayLike<number>): number[][] {
  const members = new Map<number, number[]>();
  for (let image = 0; image < groups.length; image++) {
    const group = members.get(groups[image]!);
    if (group === undefined) members.set(groups[image]!, [image]);
    else group.push(image);
  }
  return [...members.values()];
}

/** Whether the first of two lists is smaller at the first place where they differ. */
function less(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at !== -1 && a[at]! < b[at]!;
}
