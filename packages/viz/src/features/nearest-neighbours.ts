import { checkWhole } from '@sprout/core';

/** Another point, and the distance to it. */
export interface Neighbour {
  readonly point: number;
  readonly distance: number;
}

/**
 * The nearest other points of each point by Euclidean distance, the nearest first; of equally near ones, the first. All pairs are
 * compared, so the time grows with the square of their number.
 *
 * @param points One array for each point, all of one length.
 * @param count The number of neighbours, at least 1; fewer where there are not as many points.
 * @throws {SproutError} `option-invalid`.
 */
export function nearestNeighbours(
  points: readonly ArrayLike<number>[],
  count: number,
): Neighbour[][] {
  checkWhole('count', count, { least: 1 });
  return points.map((own, at) => {
    const nearest: Neighbour[] = [];
    for (const [point, other] of points.entries()) {
      const last = nearest.length < count ? Infinity : nearest.at(-1)!.distance;
      const distance = point === at ? Infinity : distanceBelow(own, other, last);
      if (distance >= last) continue;
      const place = nearest.findIndex((neighbour) => neighbour.distance > distance);
      nearest.splice(place === -1 ? nearest.length : place, 0, { point, distance });
      nearest.length = Math.min(nearest.length, count);
    }
    return nearest;
  });
}

/** The distance of two points; `Infinity` once it is certain that it is not below the limit. */
function distanceBelow(a: ArrayLike<number>, b: ArrayLike<number>, limit: number): number {
  const most = limit * limit;
  let sum = 0;
  for (let at = 0; at < a.length; at++) {
    sum += (a[at]! - b[at]!) ** 2;
    if (sum >= most) return Infinity;
  }
  return Math.sqrt(sum);
}

/**
 * The points that are farthest from their neighbours, the farthest first.
 *
 * @param neighbours As `nearestNeighbours` gives them.
 * @returns The mean distance to the neighbours of each of the `count` points.
 */
export function outliers(
  neighbours: readonly (readonly Neighbour[])[],
  count: number,
): Neighbour[] {
  const means = neighbours.map((near, point) => ({
    point,
    distance: near.reduce((sum, { distance }) => sum + distance, 0) / Math.max(1, near.length),
  }));
  return means.toSorted((a, b) => b.distance - a.distance).slice(0, count);
}

/** The pairs of points that are nearest to one another, the nearest first. Each pair is there once. */
export function nearestPairs(
  neighbours: readonly (readonly Neighbour[])[],
  count: number,
): { readonly points: readonly [number, number]; readonly distance: number }[] {
  return neighbours
    .flatMap((near, at) =>
      near.map(({ point, distance }) => ({
        points: [Math.min(at, point), Math.max(at, point)] as const,
        distance,
      })),
    )
    .toSorted((a, b) => a.distance - b.distance || a.points[0] - b.points[0])
    .filter(({ points }, at, all) => points.join() !== all[at - 1]?.points.join())
    .slice(0, count);
}
