import {
  assessHealth,
  chunksOf,
  type Dataset,
  fromErrorData,
  type HealthReport,
  type ImageFacts,
  type Samples,
  type Split,
} from '@sprout/core';
import type { ImagePool } from '@sprout/imgproc';
import { runTask } from '../event/run-task.ts';
import type { Context } from '../event/run-context.ts';
import { type KeptFacts, type KeptFactsOptions, openKeptFacts } from '../facts/kept-facts.ts';

export interface ExamineImagesOptions extends Context {
  /** With a split, duplicates in both of its subsets are found. */
  readonly split?: Split | undefined;
  /** As for `assessHealth`. */
  readonly keepsProportions?: boolean | undefined;
  /** Receives the facts of each image that can be used. */
  readonly onFacts?: ((id: string, facts: ImageFacts) => void) | undefined;
  /** Where the facts about images are kept. Without it, every image is read. */
  readonly facts?: KeptFactsOptions | undefined;
}

/** The number of files that are looked up at once. */
const LOOKED_UP = 64;

type Input = Parameters<typeof assessHealth>[0];

/**
 * Examines the images of a data set, and returns a health report of the data set. The files of images whose facts were kept are not
 * read.
 */
export async function examineImages(
  pool: ImagePool,
  { classes, samples }: Dataset,
  { split, keepsProportions, onFacts, facts, ...context }: ExamineImagesOptions,
): Promise<HealthReport> {
  const kept = facts && (await openKeptFacts(facts));
  const measured =
    kept === undefined ? new Map<string, ImageFacts>() : await factsOf(samples, kept);
  const bad = await measureOthers(pool, samples, { ...context, kept, measured });
  const subsets = subsetsOf(split);
  const images: Input['images'][number][] = [];
  for (const { id, label } of samples) {
    const subset = subsets.get(id);
    const own = measured.get(id);
    if (own === undefined) continue;
    onFacts?.(id, own);
    images.push({ id, label, facts: own, ...(subset && { subset }) });
  }
  return assessHealth({ classes, images, bad, keepsProportions });
}

/** The facts that were kept, by the ids of the samples. */
async function factsOf(samples: Samples, kept: KeptFacts): Promise<Map<string, ImageFacts>> {
  const measured = new Map<string, ImageFacts>();
  for (const group of chunksOf(samples, LOOKED_UP)) {
    const found = await Promise.all(group.map((sample) => kept.find(sample)));
    for (const [at, { id }] of group.entries()) {
      const facts = found[at];
      if (facts !== undefined) measured.set(id, facts);
    }
  }
  return measured;
}

interface MeasureOptions extends Context {
  readonly kept: KeptFacts | undefined;
  /** Receives the facts. */
  readonly measured: Map<string, ImageFacts>;
}

/** Measures the images without facts and keeps their facts, also if it is interrupted. @returns The images that cannot be read. */
async function measureOthers(
  pool: ImagePool,
  samples: Samples,
  { kept, measured, ...context }: MeasureOptions,
): Promise<Input['bad']> {
  const others = measured.size === 0 ? samples : samples.filter(({ id }) => !measured.has(id));
  const bad: Input['bad'][number][] = [];
  const total = others.length;
  if (total === 0) return bad;
  try {
    await runTask(context, { task: 'examine', total }, async (onProgress) => {
      let done = 0;
      for await (const outcome of pool.examine(others, context.signal)) {
        onProgress(++done);
        const { sample } = outcome;
        const { id, label } = sample;
        if ('error' in outcome) {
          bad.push({ id, label, reason: fromErrorData(outcome.error).message });
          continue;
        }
        measured.set(id, outcome.facts);
        kept?.add(sample, outcome.facts);
      }
    });
  } finally {
    await kept?.save();
  }
  return bad;
}

function subsetsOf(split: Split | undefined): ReadonlyMap<string, 'training' | 'validation'> {
  const subsets = new Map<string, 'training' | 'validation'>();
  for (const { id } of split?.training ?? []) subsets.set(id, 'training');
  for (const { id } of split?.validation ?? []) subsets.set(id, 'validation');
  return subsets;
}
