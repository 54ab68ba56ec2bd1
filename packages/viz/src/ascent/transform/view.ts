import type { ImagesShape } from '../../images/images-shape.ts';
import type { Placement } from './placement.ts';

/** Images as the model sees them, and the way back for their gradient. */
export interface View {
  /** `[count, height, width, channels]`, sampled between the four nearest pixels. A fresh array. */
  readonly of: (images: Float32Array) => Float32Array;
  /** The gradient with respect to the images, given that with respect to the view. A fresh array. */
  readonly gradientOf: (gradient: Float32Array) => Float32Array;
}

/** The view of images through a placement. */
export function viewThrough(placement: Placement, shape: ImagesShape): View {
  const { count, channels } = shape;
  const { at, weights, background } = samplesOf(placement, shape);
  const pixels = background.length;
  const size = pixels * channels;
  const each = (visit: (to: number, from: number, weight: number) => void): void => {
    for (let start = 0; start < count * size; start += size)
      for (let sample = 0; sample < 4 * pixels; sample++) {
        const weight = weights[sample]!;
        const to = start + (sample >> 2) * channels;
        if (weight !== 0) visit(to, start + at[sample]! * channels, weight);
      }
  };
  return {
    of: (images) => {
      const seen = new Float32Array(images.length);
      for (let to = 0; to < seen.length; to++)
        seen[to] = background[Math.floor(to / channels) % pixels]!;
      each((to, from, weight) => {
        for (let channel = 0; channel < channels; channel++)
          seen[to + channel]! += weight * images[from + channel]!;
      });
      return seen;
    },
    gradientOf: (gradient) => {
      const back = new Float32Array(gradient.length);
      each((to, from, weight) => {
        for (let channel = 0; channel < channels; channel++)
          back[from + channel]! += weight * gradient[to + channel]!;
      });
      return back;
    },
  };
}

interface Samples {
  /** Four pixels of the image for each pixel of the view. */
  readonly at: Int32Array;
  readonly weights: Float32Array;
  /** What each pixel of the view gets from outside of the image. */
  readonly background: Float32Array;
}

function samplesOf(
  { matrix: [a, b, c, d], offset, outside }: Placement,
  { height, width }: ImagesShape,
): Samples {
  const pixels = height * width;
  const samples = {
    at: new Int32Array(4 * pixels),
    weights: new Float32Array(4 * pixels),
    background: new Float32Array(pixels),
  };
  const [middleRow, middleColumn] = [(height - 1) / 2, (width - 1) / 2];
  for (let pixel = 0; pixel < pixels; pixel++) {
    const down = Math.floor(pixel / width) - middleRow;
    const right = (pixel % width) - middleColumn;
    const row = a * down + b * right + offset[0] + middleRow;
    const column = c * down + d * right + offset[1] + middleColumn;
    const [top, left] = [Math.floor(row), Math.floor(column)];
    for (let corner = 0; corner < 4; corner++) {
      const [y, x] = [top + (corner >> 1), left + (corner & 1)];
      const weight = (1 - Math.abs(row - y)) * (1 - Math.abs(column - x));
      const isInside = y >= 0 && y < height && x >= 0 && x < width;
      if (!isInside && outside !== undefined) samples.background[pixel]! += weight * outside;
      else {
        samples.at[4 * pixel + corner] = clamp(y, height) * width + clamp(x, width);
        samples.weights[4 * pixel + corner] = weight;
      }
    }
  }
  return samples;
}

function clamp(position: number, length: number): number {
  return Math.min(Math.max(position, 0), length - 1);
}
