import type { MapSection, PlacedImage } from '@sprout/viz';
import type { PictureSource } from '../images/thumbnails.ts';
import { readPoints } from '../labels/label-record.ts';
import type { ReadRun } from '../run/read-run.ts';
import { fromEachLabel } from './from-each-label.ts';
import { picturesOf } from './pictures-of.ts';

/** About 250 bytes each, and drawn twice. */
const MOST_POINTS = 2000;
/** The most points with a picture, which is about 3 kB, and a stop for the keyboard. */
const MOST_PICTURES = 400;
/** Height and width of a picture. */
const SIDE = 96;

/**
 * The feature map of the data set of a run, from the points that `inspect` wrote. Validation images have pictures first, then
 * others, as many of each class.
 */
export async function mapSection(
  { run, record: { classes }, split }: Pick<ReadRun, 'run' | 'record' | 'split'>,
  pictures: PictureSource | undefined,
): Promise<Omit<MapSection, 'base'> | undefined> {
  const rows = (await readPoints(run.labels)) ?? [];
  const labelOf = new Map(classes.map((name, label) => [name, label]));
  const subsetOf = new Map(split.map(({ path, subset }) => [path, subset]));
  const placed = rows.flatMap(({ path, label: name, x, y }): PlacedImage[] => {
    const label = labelOf.get(name);
    return label === undefined ? [] : [{ path, label, x, y, subset: subsetOf.get(path) }];
  });
  if (placed.length === 0) return undefined;
  const chosen = withPicture(placed);
  const shown = new Set([
    ...chosen,
    ...fromEachLabel(without(placed, chosen), MOST_POINTS - chosen.length),
  ]);
  const images = await picturesOf(
    chosen.map(({ path }) => path),
    pictures,
    SIDE,
  );
  const points = placed
    .filter((point) => shown.has(point))
    .map((point) => ({ ...point, image: images.get(point.path) }));
  return { classes, points, images: rows.length };
}

function withPicture(placed: readonly PlacedImage[]): PlacedImage[] {
  const validation = placed.filter(({ subset }) => subset === 'validation');
  const first = fromEachLabel(validation, MOST_PICTURES);
  return [...first, ...fromEachLabel(without(placed, first), MOST_PICTURES - first.length)];
}

function without(placed: readonly PlacedImage[], some: readonly PlacedImage[]): PlacedImage[] {
  const left = new Set(some);
  return placed.filter((point) => !left.has(point));
}
