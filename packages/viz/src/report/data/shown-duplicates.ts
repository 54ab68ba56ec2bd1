import type { DuplicateGroup } from '@sprout/core';

/** The most groups of equal pictures that a page shows, and the most pictures of a group. */
const MOST_GROUPS = 50;
const MOST_IDS = 12;

/**
 * The groups of equal pictures that a page shows: those that matter most first. Groups on both sides of the split come before
 * groups in several classes.
 *
 * @returns Each group with the ids that are shown, and the number of those that are left out.
 */
export function shownDuplicates(
  groups: readonly DuplicateGroup[],
): readonly (DuplicateGroup & { readonly more: number })[] {
  return groups
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, MOST_GROUPS)
    .map((group) => ({
      ...group,
      ids: group.ids.slice(0, MOST_IDS),
      more: Math.max(0, group.ids.length - MOST_IDS),
    }));
}

function weight({ classes, acrossSplit }: DuplicateGroup): number {
  return Number(acrossSplit) * 2 + Number(classes.length > 1);
}
