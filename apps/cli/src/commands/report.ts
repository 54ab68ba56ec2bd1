import { report as writeReport } from '@sprout/runs';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';
import { showEvents } from '../terminal/show-events.ts';

/** `sprout report`: writes the report of a run again, without pictures if its images cannot be read. */
export async function report(run: string, options: ReporterOptions): Promise<void> {
  const reporter = createReporter(options);
  using shown = showEvents(reporter);
  const result = await writeReport({ run }, shown);
  reporter.result(result.report, result);
}
