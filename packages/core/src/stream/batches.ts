import type { Sample } from '../dataset/sample.ts';
import type { Samples } from '../dataset/samples.ts';
import { checkWhole } from '../errors/check-whole.ts';
import { fromErrorData } from '../errors/error-data.ts';
import { planEpoch } from '../plan/epoch-plan.ts';
import type { Batch } from './batch.ts';
import type {
  Augmentation,
  ImageSource,
  LentImages,
  Recipe,
  RenderOptions,
} from './image-source.ts';
import { mapOrdered } from './map-ordered.ts';

export interface BatchesOptions {
  readonly samples: Samples;
  readonly recipe: Recipe;
  /** None by default. */
  readonly augment?: Augmentation | undefined;
  readonly batchSize: number;
  /** Whole numbers, the epoch from 0, that address the order and the augmentation. */
  readonly seed: number;
  readonly epoch: number;
  /** True, the default, for a new order in every epoch; false for the order of the samples. */
  readonly shuffle?: boolean | undefined;
  /** The first batch to make, so that a run resumes within an epoch. 0 to the number of batches; 0 by default. */
  readonly firstStep?: number | undefined;
  /** How many batches are made ahead of the one in use, 0 or more; 2 by default. */
  readonly ahead?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

type Made = { readonly batch: Batch; readonly lent: LentImages };

/**
 * One epoch of batches, in the planned order, made ahead by `source`. A batch is valid until the next one is
 * requested.
 *
 * @throws {SproutError} The error of the first bad image of a batch. Leave bad files out of `samples` beforehand.
 * `option-invalid` for numbers out of their range.
 */
export async function* batches(
  source: ImageSource,
  {
    samples,
    recipe,
    augment = [],
    batchSize,
    seed,
    epoch,
    shuffle = true,
    firstStep = 0,
    ahead = 2,
    signal,
  }: BatchesOptions,
): AsyncGenerator<Batch, void, undefined> {
  checkWhole('ahead', ahead, { least: 0 });
  const plan = planEpoch({ count: samples.length, batchSize, seed, epoch, shuffle });
  checkWhole('firstStep', firstStep, { least: 0, most: plan.length });
  const steps = plan.map((positions, step) => ({ positions, step })).slice(firstStep);
  const map = async ({ positions, step }: (typeof steps)[number]): Promise<Made> => {
    const chosen = Array.from(positions, (position) => samples.at(position));
    const lent = await goodImages(source, chosen, { recipe, augment, seed, epoch, signal });
    return { lent, batch: batchOf(lent, chosen, step) };
  };
  for await (const made of mapOrdered(steps, { limit: ahead + 1, signal }, { map, discard })) {
    try {
      yield made.batch;
    } finally {
      discard(made);
    }
  }
}

async function goodImages(
  source: ImageSource,
  samples: readonly Sample[],
  options: RenderOptions,
): Promise<LentImages> {
  const lent = await source.render(samples, options);
  const [bad] = lent.bad;
  if (bad === undefined) return lent;
  lent[Symbol.dispose]();
  throw fromErrorData(bad.error);
}

function batchOf(lent: LentImages, samples: readonly Sample[], step: number): Batch {
  const { images, height, width, channels } = lent;
  const labels = Int32Array.from(samples, ({ label }) => label);
  const ids = samples.map(({ id }) => id);
  return { images, count: samples.length, height, width, channels, labels, ids, step };
}

function discard({ lent }: Made): void {
  lent[Symbol.dispose]();
}
