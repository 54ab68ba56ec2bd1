import type { DuplicateGroup, Samples } from '@sprout/core';

/**
 * The group of each image as a number. Images with the same group name are in one group. So are equal and nearly equal pictures:
 * a model that is trained on one could recall its label for the other.
 *
 * @param nameOf The name of the group of an image, from its id.
 */
export function labelGroups(
  samples: Samples,
  {
    nameOf,
    duplicates,
  }: {
    readonly nameOf: (id: string) => string;
    readonly duplicates: readonly Pick<DuplicateGroup, 'ids'>[];
  },
): number[] {
  const ids = Array.from(samples, ({ id }) => id);
  const first = new Map<string, number>();
  const groups = ids.map((id, at) => {
    const name = nameOf(id);
    if (!first.has(name)) first.set(name, at);
    return first.get(name)!;
  });
  const positions = new Map(ids.map((id, at) => [id, at]));
  for (const { ids: equal } of duplicates) {
    const members = equal.flatMap((id) => positions.get(id) ?? []);
    const joined = new Set(members.map((at) => groups[at]!));
    const target = Math.min(...joined);
    if (joined.size > 1) groups.forEach((group, at) => joined.has(group) && (groups[at] = target));
  }
  return groups;
}
