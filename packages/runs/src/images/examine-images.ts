import {
  assessHealth,
  type Dataset,
  fromErrorData,
  type HealthReport,
  type ImageFacts,
  type Split,
} from '@sprout/core';
import type { ImagePool } from '@sprout/imgproc';
import { runTask } from '../event/run-task.ts';
import type { Context } from '../event/run-context.ts';

export interface ExamineImagesOptions extends Context {
  /** With a split, duplicates in both of its subsets are found. */
  readonly split?: Split | undefined;
  /** Receives the facts of each image that could be read. */
  readonly onFacts?: ((id: string, facts: ImageFacts) => void) | undefined;
}

type Input = Parameters<typeof assessHealth>[0];

/** Examines every image of a data set, and returns a health report of the data set. */
export async function examineImages(
  pool: ImagePool,
  { classes, samples }: Dataset,
  { split, onFacts, ...context }: ExamineImagesOptions,
): Promise<HealthReport> {
  const subsets = subsetsOf(split);
  const images: Input['images'][number][] = [];
  const bad: Input['bad'][number][] = [];
  await runTask(context, { task: 'examine', total: samples.length }, async (onProgress) => {
    let done = 0;
    for await (const outcome of pool.examine(samples, context.signal)) {
      onProgress(++done);
      const { id, label } = outcome.sample;
      if ('error' in outcome) {
        bad.push({ id, label, reason: fromErrorData(outcome.error).message });
        continue;
      }
      onFacts?.(id, outcome.facts);
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
