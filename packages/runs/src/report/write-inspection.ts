import {
  canonicalJson,
  claimFolder,
  type Dataset,
  formatCsv,
  type HealthReport,
  type ImageSource,
  writeAtomic,
} from '@sprout/core';
import { inspectionPage } from '@sprout/viz';
import { basename, join, resolve } from 'node:path';
import type { Context } from '../event/run-context.ts';
import { DUPLICATE_COLUMNS } from '../images/duplicate-columns.ts';
import { duplicatePictures } from './duplicate-pictures.ts';

/** The paths of the files that an inspection writes. */
export interface InspectionFiles {
  /** The groups of equal pictures, in the form that `groupBy` takes: one row for each image, with the columns path and group. */
  readonly duplicates: string;
  /** The findings, and the groups of equal pictures as pictures. */
  readonly page: string;
}

export interface WriteInspectionOptions extends Context {
  /** The folder of the data set. */
  readonly folder: string;
  readonly dataset: Dataset;
  readonly health: HealthReport;
  readonly source: ImageSource;
}

/** Claims the folder of an inspection, with or without judged labels. @throws {SproutError} `folder-occupied`, `file-unwritable` */
export async function claimInspectionFolder(out: string, folder: string): Promise<void> {
  const purpose = canonicalJson({ inspectionOf: resolve(folder) });
  await claimFolder(out, { file: '.sprout-inspection.json', purpose, others: 'other files' });
}

/** Writes the duplicates of a data set as a table, and the findings as a page. @throws {SproutError} `file-unwritable` */
export async function writeInspection(
  out: string,
  { folder, dataset, health, source, ...context }: WriteInspectionOptions,
): Promise<InspectionFiles> {
  const files = { duplicates: join(out, 'duplicates.csv'), page: join(out, 'inspection.html') };
  await writeAtomic(files.duplicates, duplicatesTable(health));
  const pictures = await duplicatePictures(health, { source, dataset }, context);
  const { images, classes } = health;
  const title = basename(resolve(folder));
  const page = await inspectionPage({ title, images, classes, health: { ...health, pictures } });
  await writeAtomic(files.page, page);
  return files;
}

/** The groups are numbered in the order of the data set. */
function duplicatesTable({ duplicates }: HealthReport): string {
  const rows = duplicates.flatMap(({ kind, ids }, at) =>
    ids.map((id) => [id, `duplicates-${at + 1}`, kind]),
  );
  return formatCsv([DUPLICATE_COLUMNS, ...rows]);
}
