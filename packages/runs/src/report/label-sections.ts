import type { ReportData } from '@sprout/viz';
import { contextOf } from '../event/run-context.ts';
import { pagePictures } from '../images/page-pictures.ts';
import type { PictureSource } from '../images/thumbnails.ts';
import { readLabels, readPoints } from '../labels/label-record.ts';
import type { ReadRun } from '../run/read-run.ts';

const SHOWN = 24;
/** About 250 bytes each, and drawn twice. */
const MOST_POINTS = 2000;

/** The sections of a report about the labels, from the files that `inspect` wrote into the folder `labels` of the run. */
export async function labelSections(
  { run, record: { classes } }: Pick<ReadRun, 'run' | 'record'>,
  pictures: PictureSource | undefined,
): Promise<Pick<ReportData, 'labels' | 'map'>> {
  const found = await readLabels(run.labels);
  if (found === undefined) return {};
  const { suspects, base, ...facts } = found;
  const first = suspects.slice(0, SHOWN);
  const images = await picturesOf(new Set(first.map(({ path }) => path)), pictures);
  const shown = first.map((row) => ({ ...row, image: images.get(row.path) }));
  const placed = (await readPoints(run.labels)) ?? [];
  const labelOf = new Map(classes.map((name, label) => [name, label]));
  const step = Math.max(1, Math.ceil(placed.length / MOST_POINTS));
  const points = placed.flatMap(({ label: name, x, y }, at) => {
    const label = labelOf.get(name);
    return label === undefined || at % step > 0 ? [] : [{ label, x, y }];
  });
  return {
    labels: { ...facts, base, suspects: suspects.length, shown },
    ...(points.length > 0 && { map: { classes, points, images: placed.length, base } }),
  };
}

async function picturesOf(
  ids: ReadonlySet<string>,
  pictures: PictureSource | undefined,
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (pictures === undefined) return new Map();
  const { source, dataset } = pictures;
  const samples = dataset.samples.filter(({ id }) => ids.has(id));
  return pagePictures({ samples, source, ...contextOf(undefined) });
}
