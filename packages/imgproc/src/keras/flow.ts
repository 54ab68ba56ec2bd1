import { SproutError } from '@sprout/core';
import type { BatchOptions, FlowContext } from './flow-context.ts';
import { checkFloats, type FloatImages, imageAt, planesOf } from './float-image.ts';
import { type KerasBatches, kerasBatches } from './keras-batches.ts';
import { type RenderedSamples, renderSamples } from './render-samples.ts';
import { saveSamples } from './save-samples.ts';
import { subsetRange } from './subset-range.ts';
import { traitsOf } from './transform/traits.ts';

export interface FlowOptions<Y> extends BatchOptions {
  /** A label for each image. */
  readonly y?: readonly Y[] | undefined;
  /** A weight for each image. */
  readonly sampleWeight?: readonly number[] | undefined;
  /** Whether the subsets may have different labels. @default false */
  readonly ignoreClassSplit?: boolean;
}

/** Images with their labels and weights, where they were given. */
export interface FlowBatch<Y> extends RenderedSamples {
  readonly y: readonly Y[] | null;
  readonly sampleWeight: readonly number[] | null;
  /** The places of the images in the given array, or in its subset. */
  readonly indices: Uint32Array;
}

/**
 * Batches of images in memory: `flow` of Keras.
 *
 * @throws {SproutError} `shape-mismatch`; `option-invalid` if there are not as many labels or weights as images, or the subsets
 * have different labels.
 */
export function flow<Y>(
  images: FloatImages,
  options: FlowOptions<Y>,
  context: FlowContext,
): KerasBatches<FlowBatch<Y>> {
  checkFloats(images);
  const { y = null, sampleWeight = null, batchSize = 32, shuffle = true, subset } = options;
  checkLength('y', y, images.count);
  checkLength('sampleWeight', sampleWeight, images.count);
  const { dataFormat, validationSplit, compat } = context.pipeline.options;
  const { start, stop } = subsetRange(images.count, { subset, validationSplit });
  const isChecked = traitsOf(compat).comparesSubsets && options.ignoreClassSplit !== true;
  if (subset !== undefined && y !== null && isChecked)
    checkLabels(y, Math.trunc(images.count * validationSplit));
  const pick = <T>(values: readonly T[] | null, indices: Uint32Array): T[] | null =>
    values === null ? null : Array.from(indices, (index) => values[start + index]!); // checked to be as many as the images
  return kerasBatches({
    samples: stop - start,
    batchSize,
    shuffle,
    randomness: context.randomness,
    render: async ({ indices, epoch }) => {
      const random = (at: number) => context.randomness.ofSample(start + indices[at]!, epoch); // a place in the batch
      const planes = Array.from(indices, (index) =>
        planesOf(imageAt(images, start + index), dataFormat),
      );
      const rendered = renderSamples(planes, images, { ...context, random });
      const saving = { ...options, pipeline: context.pipeline, indices, names: 10_000, random };
      await saveSamples(rendered.x, saving);
      const picked = { y: pick(y, indices), sampleWeight: pick(sampleWeight, indices) };
      return { ...rendered, ...picked, indices };
    },
  });
}

function checkLength(option: string, values: readonly unknown[] | null, count: number): void {
  if (values === null || values.length === count) return;
  const rule = `a list of ${count} entries, one for each image`;
  throw new SproutError('option-invalid', { option, value: `${values.length} entries`, rule });
}

function checkLabels(y: readonly unknown[], split: number): void {
  const keys = (labels: readonly unknown[]): Set<string> =>
    new Set(labels.map((label) => JSON.stringify(label)));
  const [validation, training] = [keys(y.slice(0, split)), keys(y.slice(split))];
  const isSame =
    validation.size === training.size && [...training].every((key) => validation.has(key));
  if (isSame) return;
  throw new SproutError('option-invalid', {
    option: 'y',
    value: `${validation.size} and ${training.size} different labels`,
    rule: 'in an order in which both subsets have the same labels, because the first images are those for validation',
  });
}
