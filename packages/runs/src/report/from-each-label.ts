import { fairShares } from './fair-shares.ts';

/** At most `limit` of some images: as many of each label as `fairShares` gives, evenly spaced in their order. */
export function fromEachLabel<Item extends { readonly label: number }>(
  items: readonly Item[],
  limit: number,
): Item[] {
  const labels = [...new Set(items.map(({ label }) => label))];
  const groups = labels.map((label) => items.filter((item) => item.label === label));
  const shares = fairShares(
    groups.map((group) => group.length),
    limit,
  );
  return groups.flatMap((group, at) => {
    const share = shares[at]!; // a share for each group
    return Array.from(
      { length: share },
      (_, place) => group[Math.floor((place * group.length) / share)]!,
    );
  });
}
