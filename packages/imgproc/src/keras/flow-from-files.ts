import { isAbsolute, join } from 'node:path';
import { checkWhole, SproutError } from '@sprout/core';
import { PIL_FILTERS } from '../kernels/resize-pil.ts';
import type { BatchOptions, FlowContext } from './flow-context.ts';
import { type KerasBatches, kerasBatches } from './keras-batches.ts';
import { type LoadOptions, loadSample } from './load-sample.ts';
import { type RenderedSamples, renderSamples } from './render-samples.ts';
import { saveSamples } from './save-samples.ts';

export interface FilesOptions extends BatchOptions, LoadOptions {}

/** A batch of files. */
export interface FileBatch extends RenderedSamples {
  /** The places of the files in the list of files. */
  readonly indices: Uint32Array;
  readonly filenames: readonly string[];
}

/** Batches of files, with more fields that `extend` makes from the batch. */
export function flowFromFiles<T extends object>(
  { folder, filenames }: { readonly folder: string; readonly filenames: readonly string[] },
  { extend, ...options }: FilesOptions & { readonly extend: (batch: FileBatch) => T },
  context: FlowContext,
): KerasBatches<FileBatch & T> {
  const loading = checkedLoading(options);
  const { batchSize = 32, shuffle = true } = options;
  const { dataFormat: order } = context.pipeline.options;
  const [height, width] = loading.targetSize;
  const shape = { height, width, channels: loading.colorMode === 'grayscale' ? 1 : 3 };
  return kerasBatches({
    samples: filenames.length,
    batchSize,
    shuffle,
    randomness: context.randomness,
    render: async ({ indices, epoch }) => {
      const names = Array.from(indices, (index) => filenames[index]!); // indices of files
      const images = await Promise.all(
        names.map((name) =>
          loadSample(isAbsolute(name) ? name : join(folder, name), loading, order),
        ),
      );
      const random = (at: number) => context.randomness.ofSample(names[at]!, epoch); // a place in the batch
      const rendered = renderSamples(images, shape, { ...context, random });
      const saving = { ...options, pipeline: context.pipeline, indices, names: 10_000_000, random };
      await saveSamples(rendered.x, saving);
      const batch = { ...rendered, indices, filenames: names };
      return { ...batch, ...extend(batch) };
    },
  });
}

function checkedLoading({
  targetSize = [256, 256],
  colorMode = 'rgb',
  interpolation = 'nearest',
}: LoadOptions): Required<LoadOptions> {
  for (const side of targetSize) checkWhole('targetSize', side, { least: 1 });
  if (!['rgb', 'grayscale'].includes(colorMode)) {
    const rule = 'rgb or grayscale';
    throw new SproutError('option-invalid', { option: 'colorMode', value: colorMode, rule });
  }
  if (!PIL_FILTERS.includes(interpolation)) {
    const rule = `one of ${PIL_FILTERS.join(', ')}`;
    throw new SproutError('option-invalid', {
      option: 'interpolation',
      value: interpolation,
      rule,
    });
  }
  return { targetSize, colorMode, interpolation };
}
