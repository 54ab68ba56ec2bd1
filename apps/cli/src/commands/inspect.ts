import { readSplit, scanFolder } from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import { scanWarning } from '../compose/check-scan.ts';
import { examineImages } from '../compose/examine-images.ts';
import { healthText } from '../compose/health-text.ts';
import { onInterrupt } from '../terminal/on-interrupt.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface InspectOptions extends ReporterOptions {
  readonly workers?: number | undefined;
  readonly split?: string | undefined;
}

/** `sprout inspect`: looks at every image of a class folder and says what is wrong with the data set. */
export async function inspect(folder: string, options: InspectOptions): Promise<void> {
  const reporter = createReporter(options);
  const { workers, split: manifest } = options;
  const scan = await scanFolder(folder, { minimumClasses: 1 });
  const split = manifest === undefined ? undefined : await readSplit(manifest, scan);
  using interrupt = onInterrupt(reporter.note);
  await using pool = await createImagePool({ workers });
  const { signal } = interrupt;
  const health = await reporter.during('looking at images', scan.samples.length, (onProgress) =>
    examineImages(pool, scan, { split, onProgress, signal }),
  );
  for (const warning of scan.warnings) reporter.warn(scanWarning(warning));
  for (const { path, reason } of scan.skipped) reporter.note(`${path} is passed over: ${reason}`);
  const { skipped, warnings } = scan;
  reporter.result(healthText(health), { folder, ...health, skipped, warnings });
}
