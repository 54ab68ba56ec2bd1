import {
  assessHealth,
  type Dataset,
  fromErrorData,
  type HealthReport,
  type Split,
} from '@sprout/core';
import type { ImagePool } from '@sprout/imgproc';

export interface ExamineImagesOptions {
  /** Finds pictures on both of its sides. */
  readonly split?: Split | undefined;
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

type Input = Parameters<typeof assessHealth>[0];

/** Looks at every image of a data set and says what is wrong with it as a whole. */
export async function examineImages(
  pool: ImagePool,
  { classes, samples }: Dataset,
  { split, onProgress, signal }: ExamineImagesOptions,
): Promise<HealthReport> {
  const subsets = new Map<string, 'training' | 'validation'>();
  for (const { id } of split?.training ?? []) subsets.set(id, 'training');
  for (const { id } of split?.validation ?? []) subsets.set(id, 'validation');
  const images: Input['images'][number][] = [];
  const bad: Input['bad'][number][] = [];
  let done = 0;
  for await (const outcome of pool.examine(samples, signal)) {
    onProgress(++done);
    const { id, label } = outcome.sample;
    if ('error' in outcome) {
      bad.push({ id, label, reason: fromErrorData(outcome.error).message });
      continue;
    }
    const subset = subsets.get(id);
    images.push({ id, label, facts: outcome.facts, ...(subset && { subset }) });
  }
  return assessHealth({ classes, images, bad });
}
