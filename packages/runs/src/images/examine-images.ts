import {
  assessHealth,
  type Dataset,
  fromErrorData,
  type HealthReport,
  type Split,
} from '@sprout/core';
import type { ImagePool } from '@sprout/imgproc';
import { during } from '../event/during.ts';
import type { Context } from '../event/run-context.ts';

export interface ExamineImagesOptions extends Context {
  /** With a split, pictures on both of its sides are found. */
  readonly split?: Split | undefined;
}

type Input = Parameters<typeof assessHealth>[0];

/** Examines every image of a data set, and reports on the data set as a whole. */
export async function examineImages(
  pool: ImagePool,
  { classes, samples }: Dataset,
  { split, ...context }: ExamineImagesOptions,
): Promise<HealthReport> {
  const subsets = subsetsOf(split);
  const images: Input['images'][number][] = [];
  const bad: Input['bad'][number][] = [];
  await during(context, { task: 'examine', total: samples.length }, async (onProgress) => {
    let done = 0;
    for await (const outcome of pool.examine(samples, context.signal)) {
      onProgress(++done);
      const { id, label } = outcome.sample;
      if ('error' in outcome) {
        bad.push({ id, label, reason: fromErrorData(outcome.error).message });
        continue;
      }
      const subset = subsets.get(id);
      images.push({ id, label, facts: outcome.facts, ...(subset && { subset }) });
    }
  });
  return assessHealth({ classes, images, bad });
}

function subsetsOf(split: Split | undefined): ReadonlyMap<string, 'training' | 'validation'> {
  const subsets = new Map<string, 'training' | 'validation'>();
  for (const { id } of split?.training ?? []) subsets.set(id, 'training');
  for (const { id } of split?.validation ?? []) subsets.set(id, 'validation');
  return subsets;
}
