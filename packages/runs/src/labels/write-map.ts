import { formatCsv, type Samples, visibleText, writeAtomic } from '@sprout/core';
import { encodeWebp } from '@sprout/imgproc';
import { principalComponents, type Rows } from '@sprout/train';
import {
  featureMap,
  featureMapPage,
  type MapPicture,
  type MapPoint,
  nameLinks,
  nearestNeighbours,
  nearestPairs,
  type Neighbour,
  outliers,
  renderSvg,
  umapLayout,
} from '@sprout/viz';
import { basename, dirname, relative, resolve } from 'node:path';
import { POINT_COLUMNS } from './label-record.ts';
import type { LabelFiles } from './label-report.ts';
import { type PictureSource, thumbnails } from '../images/thumbnails.ts';

/** The features that neighbours and UMAP use: those with the largest variance. */
const COMPONENTS = 30;
const NEIGHBOURS = 5;
const PAIRS = 8;
const OUTLIERS = 16;
const PICTURE = { height: 150, width: 150 };

export interface WriteMapOptions {
  /** The folder of the data set. */
  readonly folder: string;
  readonly classes: readonly string[];
  /** The images, in the order of the rows. */
  readonly samples: Samples;
  readonly source: PictureSource['source'];
  /** The features, as `featureRows` prepares them. */
  readonly rows: Rows;
  readonly seed: number;
  readonly files: Pick<LabelFiles, 'map' | 'plot' | 'points'>;
}

/** Draws the images of a data set as points in feature space: a page with neighbours and outliers, and the plot alone as an SVG. */
export async function writeMap(options: WriteMapOptions): Promise<void> {
  const { folder, classes, rows, seed, files } = options;
  const { data, size, count } = principalComponents(rows, { components: COMPONENTS, seed });
  const points = Array.from({ length: count }, (_, row) =>
    data.subarray(row * size, (row + 1) * size),
  );
  const near = nearestNeighbours(points, NEIGHBOURS);
  const umap = placed(await umapLayout(points, { seed }), options);
  const pca = placed(
    points.map(([x = 0, y = 0]) => [x, y]),
    options,
  );
  await writeAtomic(files.points, tableOf(umap, pca, options));
  const pairs = nearestPairs(near, PAIRS);
  const far = outliers(near, OUTLIERS).map(({ point }) => point);
  const pictures = await mapPictures(
    [...pairs.flatMap(({ points: pair }) => pair), ...far],
    options,
  );
  const title = basename(resolve(folder));
  const page = await featureMapPage({
    title,
    classes,
    umap,
    pca,
    pairs: pairs.map(({ points: [first, second], distance }) => ({
      pictures: [pictures(first), pictures(second)] as const,
      distance,
    })),
    measure: `the Euclidean distance of the first ${size} principal components of the standardised features`,
    medianDistance: medianNearest(near),
    outliers: far.map(pictures),
  });
  await writeAtomic(files.map, page);
  await writeAtomic(files.plot, nameLinks(await renderSvg(featureMap(umap, { classes, title }))));
}

/** The median distance of an image to its nearest neighbour; of an even number, the larger one in the middle. */
function medianNearest(near: readonly (readonly Neighbour[])[]): number {
  const distances = near.flatMap(([first]) => first?.distance ?? []).toSorted((a, b) => a - b);
  return distances[distances.length >> 1] ?? 0;
}

function tableOf(
  umap: readonly MapPoint[],
  pca: readonly MapPoint[],
  { samples, classes }: WriteMapOptions,
): string {
  const rows = Array.from(samples, ({ id, label }, at) => {
    const places = [umap[at]!, pca[at]!].flatMap(({ x, y }) => [x, y]); // a point for each image
    return [id, classes[label]!, ...places.map((place) => Number(place.toPrecision(6)))];
  });
  return formatCsv([POINT_COLUMNS, ...rows]);
}

function placed(
  positions: readonly (readonly [number, number])[],
  { folder, classes, samples, files }: WriteMapOptions,
): MapPoint[] {
  const home = relative(resolve(dirname(files.map)), resolve(folder));
  return positions.map(([x, y], at) => {
    const path = `${home.replaceAll('\\', '/')}/${samples.idAt(at)}`;
    const href = path.split('/').map(encodeURIComponent).join('/');
    const label = samples.labelAt(at);
    return { x, y, label, href, title: visibleText(`${samples.idAt(at)}, ${classes[label]!}`) };
  });
}

async function mapPictures(
  positions: readonly number[],
  { samples, classes, source }: WriteMapOptions,
): Promise<(position: number) => MapPicture> {
  const ids = positions.map((position) => samples.idAt(position));
  const recipe = [{ op: 'resize', ...PICTURE }];
  const images = await thumbnails(source, { samples, ids, recipe, encode: encodeWebp });
  return (position) => {
    const path = samples.idAt(position);
    const image = images.get(path);
    return { path, label: classes[samples.labelAt(position)]!, ...(image && { image }) };
  };
}
