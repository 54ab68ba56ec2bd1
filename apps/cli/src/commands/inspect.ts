import { inspect as inspectFolder } from '@sprout/runs';
import { eventText, passedOver } from '../terminal/event-text.ts';
import { healthText } from '../terminal/health-text.ts';
import { interruptible } from '../terminal/interruptible.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface InspectCommandOptions extends ReporterOptions {
  readonly workers?: number | undefined;
  readonly split?: string | undefined;
  readonly followLinks?: boolean | undefined;
  readonly pixelLimit?: number | undefined;
}

/** `sprout inspect`: examines every image of a class folder and prints a health report of the data set. */
export async function inspect(folder: string, options: InspectCommandOptions): Promise<void> {
  const reporter = createReporter(options);
  const { workers, split, followLinks, pixelLimit } = options;
  const result = await interruptible(reporter, (context) =>
    inspectFolder({ folder, workers, split, followLinks, pixelLimit }, context),
  );
  for (const warning of result.warnings) reporter.warn(eventText(warning)!.text); // each kind of warning has a text
  for (const { path, reason } of result.skipped) reporter.note(passedOver(path, reason));
  reporter.result(healthText(result), result);
}
