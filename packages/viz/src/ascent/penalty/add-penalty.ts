import type { ImagesShape } from '../../images/images-shape.ts';
import type { Penalty } from './penalty.ts';

export interface PenalisedImages {
  /** `[count, height, width, channels]`, 0 to 255. */
  readonly images: Float32Array;
  readonly shape: ImagesShape;
}

/** Takes the gradient of a penalty off a gradient with respect to the pixels, in place. @returns The penalty, the mean over the images. */
export function addPenalty(
  gradient: Float32Array,
  { kind, weight }: Penalty,
  { images, shape }: PenalisedImages,
): number {
  const factor = (weight * shape.count) / images.length;
  const unit = factor / 255; // the derivative with respect to a pixel
  if (kind === 'tv')
    return (addVariation(gradient, { images, shape }, unit) * weight) / images.length;
  const centre = kind === 'l2' ? () => 127.5 : blurred(images, shape);
  const half = kind === 'l2' ? 1 : 0.5;
  let squares = 0;
  for (let at = 0; at < images.length; at++) {
    const distance = (images[at]! - centre(at)) / 255;
    squares += half * distance * distance;
    gradient[at]! -= 2 * half * unit * distance;
  }
  return (weight * squares) / images.length;
}

/** @returns The sum of the distances between neighbours. */
function addVariation(
  gradient: Float32Array,
  { images, shape: { height, width, channels } }: PenalisedImages,
  unit: number,
): number {
  const line = width * channels;
  let sum = 0;
  const between = (at: number, next: number): void => {
    const distance = (images[next]! - images[at]!) / 255;
    sum += Math.abs(distance);
    gradient[next]! -= unit * Math.sign(distance);
    gradient[at]! += unit * Math.sign(distance);
  };
  for (let at = 0; at < images.length; at++) {
    if (at % line < line - channels) between(at, at + channels);
    if (Math.floor(at / line) % height < height - 1) between(at, at + line);
  }
  return sum;
}

/** The blurred value of a number of the images, with the nearest pixel outside. */
function blurred(
  images: Float32Array,
  { height, width, channels }: ImagesShape,
): (at: number) => number {
  const line = width * channels;
  return (at) => {
    const column = Math.floor((at % line) / channels);
    const row = Math.floor(at / line) % height;
    let sum = 0;
    for (let down = -1; down <= 1; down++)
      for (let right = -1; right <= 1; right++) {
        const y = row + down < 0 || row + down >= height ? 0 : down;
        const x = column + right < 0 || column + right >= width ? 0 : right;
        sum += (2 - Math.abs(down)) * (2 - Math.abs(right)) * images[at + y * line + x * channels]!;
      }
    return sum / 16;
  };
}
