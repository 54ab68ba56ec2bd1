import { isSproutError, readRunRecord, scanFolder } from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import { writeReport } from '../compose/write-report.ts';
import { runFolder } from '../run/run-folder.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

/** `sprout report`: writes the report of a run again; without pictures where the images are not to be had. */
export async function report(folder: string, options: ReporterOptions): Promise<void> {
  const reporter = createReporter(options);
  const run = runFolder(folder);
  const { dataset, classes } = await readRunRecord(run.record);
  const scan = await scanFolder(dataset.folder, { classes }).catch((error: unknown) => {
    if (!isSproutError(error)) throw error;
    reporter.warn(`the report has no pictures: ${error.message}`);
    return undefined;
  });
  if (scan === undefined) {
    await writeReport(run);
  } else {
    await using source = await createImagePool();
    await writeReport(run, { source, dataset: scan });
  }
  reporter.result(run.report, { report: run.report });
}
