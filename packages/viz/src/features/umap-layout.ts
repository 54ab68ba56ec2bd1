import { checkWhole, rngAt } from '@sprout/core';

export interface UmapOptions {
  /** The number of nearest points that each point is kept near to, at least 2; 15 by default, and fewer for few points. */
  readonly neighbours?: number | undefined;
  /** The smallest distance of two points on the map; 0.1 by default. */
  readonly minimumDistance?: number | undefined;
  /** A whole number; 0 by default. The same seed gives the same map. */
  readonly seed?: number | undefined;
}

/** Fewer points than this have no neighbourhoods. */
const FEWEST = 4;

/**
 * Places points of many dimensions on a plane, so that near points stay near (UMAP). Distances between far groups mean little.
 *
 * @param points One array for each point, all of one length, at least 4.
 * @returns `[x, y]` of each point.
 * @throws {SproutError} `option-invalid`.
 * @see McInnes, Healy & Melville 2018, arXiv:1802.03426.
 */
export async function umapLayout(
  points: readonly ArrayLike<number>[],
  { neighbours = 15, minimumDistance = 0.1, seed = 0 }: UmapOptions = {},
): Promise<[number, number][]> {
  checkWhole('The number of points', points.length, { least: FEWEST });
  checkWhole('neighbours', neighbours, { least: 2 });
  const { UMAP } = await import('umap-js');
  const rng = rngAt(seed, ['umap']);
  const umap = new UMAP({
    nNeighbors: Math.min(neighbours, points.length - 1),
    minDist: minimumDistance,
    nComponents: 2,
    random: () => rng.uniform(0, 1),
  });
  const placed = umap.fit(points.map((point) => Array.from(point)));
  return placed.map(([x = 0, y = 0]) => [x, y]);
}
