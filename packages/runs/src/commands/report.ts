import {
  changedFiles,
  isSproutError,
  readRunRecord,
  removeLeftovers,
  scanFolder,
} from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import { join } from 'node:path';
import { configSchema } from '../config/config-schema.ts';
import { contextOf, type RunContext } from '../event/run-context.ts';
import { writeReport } from '../report/write-report.ts';
import { checkFinished } from '../run/check-finished.ts';
import { checkRunExists } from '../run/check-run-exists.ts';
import { runFolder } from '../run/run-folder.ts';

export interface ReportOptions {
  /** The run folder. */
  readonly run: string;
}

export interface ReportResult {
  /** The path of the report. */
  readonly report: string;
}

/** See `report` in `commands.ts`. */
export async function report(
  { run: folder }: ReportOptions,
  context?: RunContext,
): Promise<ReportResult> {
  const { emit, signal } = contextOf(context);
  await checkRunExists(folder);
  const run = runFolder(folder);
  const record = await readRunRecord(run.record);
  await checkFinished(run, record);
  for (const name of await changedFiles(folder))
    emit({ type: 'file-changed', file: join(folder, name), rewritten: false });
  const { dataset, classes, config } = record;
  await removeLeftovers(run.folder);
  const recorded = configSchema.safeParse(config).data?.data;
  const followOutside = recorded?.followLinks === true;
  const options = { classes, followOutside, parts: recorded?.parts, signal };
  const scan = await scanFolder(dataset.folder, options).catch((error: unknown) => {
    if (!isSproutError(error)) throw error;
    emit({ type: 'pictures-missing', reason: error.message });
    return undefined;
  });
  if (scan === undefined) {
    await writeReport(run);
  } else {
    // a second worker takes longer to start than it saves for the few pictures of a report
    await using source = await createImagePool({ workers: 1, pixelLimit: recorded?.pixelLimit });
    await writeReport(run, { source, dataset: scan });
  }
  return { report: run.report };
}
