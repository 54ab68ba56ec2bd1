import type { FloatImages } from './float-image.ts';
import type { KerasPipeline } from './keras-pipeline.ts';
import type { KerasStatistics } from './standardize/statistics.ts';
import type { KerasRandom } from './transform/draw-numbers.ts';
import type { KerasNumbers } from './transform/keras-numbers.ts';
import { fromPlanes, type Planes } from './transform/planes.ts';

/** The images of a batch, and the numbers drawn for them. */
export interface RenderedSamples {
  readonly x: FloatImages;
  readonly numbers: readonly KerasNumbers[];
}

interface RenderContext {
  readonly pipeline: KerasPipeline;
  readonly statistics: () => KerasStatistics;
  /** The random numbers of the sample at a position of the batch. */
  readonly random: (position: number) => KerasRandom;
}

/** Draws the numbers for each image, transforms and standardizes it. The planes may be overwritten. */
export function renderSamples(
  images: readonly Planes[],
  shape: Omit<FloatImages, 'data' | 'count'>,
  { pipeline, statistics, random }: RenderContext,
): RenderedSamples {
  const { height, width, channels } = shape;
  const size = height * width * channels;
  const data = new Float32Array(images.length * size);
  const numbers = images.map((image, at) => {
    const planes = pipeline.prepare(image);
    const drawn = pipeline.draw(planes, random(at));
    const result = pipeline.standardize(pipeline.transform(planes, drawn), statistics());
    fromPlanes(result, pipeline.options.dataFormat, data.subarray(at * size, (at + 1) * size));
    return drawn;
  });
  return { x: { count: images.length, height, width, channels, data }, numbers };
}
