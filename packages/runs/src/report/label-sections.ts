import type { ReportData } from '@sprout/viz';
import type { PictureSource } from '../images/thumbnails.ts';
import { readLabels } from '../labels/label-record.ts';
import type { ReadRun } from '../run/read-run.ts';
import { mapSection } from './map-section.ts';
import { picturesOf } from './pictures-of.ts';

const SHOWN = 24;

/** The sections of a report about the labels, from the files that `inspect` wrote into the folder `labels` of the run. */
export async function labelSections(
  read: Pick<ReadRun, 'run' | 'record' | 'split'>,
  pictures: PictureSource | undefined,
): Promise<Pick<ReportData, 'labels' | 'map'>> {
  const found = await readLabels(read.run.labels);
  if (found === undefined) return {};
  const { suspects, base, ...facts } = found;
  const first = suspects.slice(0, SHOWN);
  const images = await picturesOf(
    first.map(({ path }) => path),
    pictures,
  );
  const shown = first.map((row) => ({ ...row, image: images.get(row.path) }));
  const map = await mapSection(read, pictures);
  return {
    labels: { ...facts, base, suspects: suspects.length, shown },
    ...(map && { map: { ...map, base } }),
  };
}
