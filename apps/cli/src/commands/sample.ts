import { countOf } from '@sprout/core';
import { sample as drawSample } from '@sprout/runs';
import { interruptible } from '../terminal/interruptible.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

const SUBJECTS = { seedlings: 'species', 'multi-label': 'tags', grouped: 'actions' } as const;

export interface SampleCommandOptions extends ReporterOptions {
  readonly kind: keyof typeof SUBJECTS;
  readonly classes: number;
  readonly images: number;
  readonly size: number;
  readonly seed: number;
}

/** `sprout sample`: draws a synthetic data set. */
export async function sample(folder: string, options: SampleCommandOptions): Promise<void> {
  const reporter = createReporter(options);
  const result = await interruptible(reporter, (context) =>
    drawSample({ ...options, folder }, context),
  );
  const { images, classes, kind } = result;
  reporter.result(
    `${countOf(images, 'image')} of ${classes} ${SUBJECTS[kind]} in ${folder}`,
    result,
  );
}
