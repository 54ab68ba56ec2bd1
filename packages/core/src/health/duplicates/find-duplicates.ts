import { disjointSets } from './disjoint-sets.ts';
import { hashNeighbours } from './hash-neighbours.ts';
import type { ExaminedImage } from '../report/health-input.ts';
import type { DuplicateGroup } from '../report/health-report.ts';
import { likeness } from './likeness.ts';

/**
 * The least correlation of the thumbnails of two equal pictures. Of 720,000 pairs of different seedlings, the highest
 * was 0.904.
 */
const ALIKE = 0.95;
/** Each picture is compared with at most this many earlier ones of the same difference hash. */
const COMPARED = 8;

/**
 * For each image, the position of the first image that shows the same picture: its own position when there is none
 * before it.
 */
export function duplicateRoots(images: readonly ExaminedImage[]): Uint32Array {
  const sets = disjointSets(images.length);
  const joinEqual = (positions: readonly number[]): void => {
    for (const position of positions.slice(1)) sets.join(positions[0]!, position);
  };
  for (const positions of alike(images, 'fileHash')) joinEqual(positions);
  for (const positions of alike(images, 'pixelHash')) joinEqual(positions);
  const joinAlike = (a: number, b: number): void => {
    const correlation = likeness(images[a]!.facts.thumbnail, images[b]!.facts.thumbnail);
    if (correlation !== undefined && correlation >= ALIKE) sets.join(a, b);
  };
  const byLooks = alike(images, 'differenceHash');
  for (const positions of byLooks) {
    positions.forEach((position, index) => {
      for (const other of positions.slice(Math.max(0, index - COMPARED), index))
        joinAlike(other, position);
    });
  }
  for (const { a, b } of hashNeighbours(
    byLooks.map(([first]) => images[first!]!.facts.differenceHash),
  )) {
    joinAlike(byLooks[a]![0]!, byLooks[b]![0]!);
  }
  return Uint32Array.from(images, (_, position) => sets.root(position));
}

/** The groups of images that show the same picture, as the report lists them. */
export function duplicateGroups(
  images: readonly ExaminedImage[],
  roots: Uint32Array,
  classes: readonly string[],
): DuplicateGroup[] {
  const groups = new Map<number, ExaminedImage[]>();
  images.forEach((image, position) => {
    const group = groups.get(roots[position]!);
    if (group === undefined) groups.set(roots[position]!, [image]);
    else group.push(image);
  });
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({
      kind: kindOf(group),
      ids: group.map(({ id }) => id),
      classes: [...new Set(group.map(({ label }) => classes[label]!))],
      acrossSplit: new Set(group.flatMap(({ subset }) => subset ?? [])).size > 1,
    }));
}

function kindOf(group: readonly ExaminedImage[]): DuplicateGroup['kind'] {
  const first = group[0]!.facts;
  if (group.every(({ facts }) => facts.fileHash === first.fileHash)) return 'same-file';
  return group.every(({ facts }) => facts.pixelHash === first.pixelHash) ? 'same-pixels' : 'near';
}

/** The positions of the images, grouped by one of their hashes. */
function alike(
  images: readonly ExaminedImage[],
  field: 'fileHash' | 'pixelHash' | 'differenceHash',
): number[][] {
  const groups = new Map<string, number[]>();
  images.forEach(({ facts }, position) => {
    const group = groups.get(facts[field]);
    if (group === undefined) groups.set(facts[field], [position]);
    else group.push(position);
  });
  return [...groups.values()];
}
