import { join } from 'node:path';
import { z } from 'zod';
import { pathExists } from '../run/path-exists.ts';
import { readJson } from '../run/read-json.ts';
import { readTable } from '../run/read-table.ts';
import type { LabelFiles, LabelReport } from './label-report.ts';

const share = z.number().min(0).max(1);

const recordSchema = z.object({
  images: z.int(),
  base: z.string(),
  agreement: share,
  estimated: z.number(),
  suspects: z.array(
    z.object({
      path: z.string(),
      label: z.string(),
      suggested: z.string(),
      probability: share,
      selfConfidence: share,
      margin: z.number(),
    }),
  ),
});

/** The judged labels of a data set, without the paths of the files. */
export type LabelRecord = Omit<LabelReport, 'files'>;

/** A row of the table of points. */
export interface PlacedImage {
  readonly path: string;
  /** The name of its class. */
  readonly label: string;
  /** The place by UMAP. */
  readonly x: number;
  readonly y: number;
}

export const POINT_COLUMNS = ['path', 'label', 'umap_x', 'umap_y', 'pca_x', 'pca_y'] as const;

/** The files of a folder of labels that a report reads. */
export function labelFiles(folder: string): Pick<LabelFiles, 'record' | 'points'> {
  return { record: join(folder, 'labels.json'), points: join(folder, 'map.csv') };
}

export function recordText(record: LabelRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** Reads the judged labels of a folder. `undefined` if it has none. @throws {SproutError} `file-invalid` */
export async function readLabels(folder: string): Promise<LabelRecord | undefined> {
  const { record } = labelFiles(folder);
  return (await pathExists(record)) ? readJson(record, recordSchema) : undefined;
}

/** Reads the points of a feature map. `undefined` if there is none. @throws {SproutError} `file-invalid` */
export async function readPoints(folder: string): Promise<PlacedImage[] | undefined> {
  const { points } = labelFiles(folder);
  if (!(await pathExists(points))) return undefined;
  const rows = await readTable(points, POINT_COLUMNS);
  return rows
    .map(([path = '', label = '', x, y]) => ({ path, label, x: Number(x), y: Number(y) }))
    .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
}
