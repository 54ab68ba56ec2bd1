import { checkWhole } from '@sprout/core';
import type { Attribution, ExplainedImages, ExplainedModel } from '../attribution-target.ts';
import { imageAt } from '../image-at.ts';
import { predictedLabel } from '../predicted-label.ts';
import { scoreValues } from '../score-values.ts';

export interface OcclusionOptions extends ExplainedImages {
  /** The side of the covering square, in pixels; an eighth of the image's shorter side by default. */
  readonly size?: number | undefined;
  /** How far the square moves, in pixels; half its side by default. Each place costs a forward pass. */
  readonly stride?: number | undefined;
  /** The value of the square, 0 to 255; 127.5, mid grey, by default. */
  readonly fill?: number | undefined;
}

/**
 * Occlusion: how far the score falls where a grey square covers the image; the mean over all squares that cover a pixel.
 *
 * @returns A map for each image, at its size, in units of the score: positive where the image raises the score of the class.
 * @throws {SproutError} `option-invalid` for a label, size or stride out of range.
 * @see Zeiler and Fergus 2014, section 4.2, arXiv:1311.2901.
 */
export async function occlusion(
  model: ExplainedModel,
  { size, stride, fill = 127.5, ...options }: OcclusionOptions,
): Promise<Attribution[]> {
  const [height, width] = model.source.imageShape;
  const shorter = Math.min(height, width);
  const side = size ?? Math.max(1, Math.round(shorter / 8));
  const step = stride ?? Math.max(1, Math.round(side / 2));
  checkWhole('size', side, { least: 1, most: shorter });
  checkWhole('stride', step, { least: 1, most: side });
  const maps: Attribution[] = [];
  for (let number = 0; number < options.count; number++) {
    const image = imageAt(options, number);
    const { label, score } = await predictedLabel(model, { ...options, images: image, count: 1 });
    const places = placesOf({ height, width }, { side, step });
    const scores = await scoreValues(model, {
      count: places.length,
      label,
      signal: options.signal,
      imageOf: (at) => covered(image, model.source.imageShape, { ...places[at]!, side, fill }), // one for each place
    });
    const drops = scores.map((value) => score - value);
    maps.push({
      height,
      width,
      label,
      score,
      values: meanDrops({ height, width }, { places, side, drops }),
    });
  }
  return maps;
}

interface Place {
  readonly top: number;
  readonly left: number;
}

interface Size {
  readonly height: number;
  readonly width: number;
}

/** The places of the square: every `step` pixels, and one at the far edge. */
function placesOf(
  { height, width }: Size,
  { side, step }: { side: number; step: number },
): Place[] {
  const starts = (length: number): number[] => {
    const regular = Array.from({ length: Math.ceil((length - side) / step) }, (_, at) => at * step);
    return [...regular, length - side];
  };
  return starts(height).flatMap((top) => starts(width).map((left) => ({ top, left })));
}

function covered(
  image: Uint8Array | Float32Array,
  [, width, channels]: readonly [number, number, number],
  { top, left, side, fill }: Place & { readonly side: number; readonly fill: number },
): Float32Array {
  const result = Float32Array.from(image);
  for (let row = top; row < top + side; row++) {
    const start = (row * width + left) * channels;
    result.fill(fill, start, start + side * channels);
  }
  return result;
}

interface Drops {
  readonly places: readonly Place[];
  readonly side: number;
  readonly drops: Float32Array;
}

function meanDrops({ height, width }: Size, { places, side, drops }: Drops): Float32Array {
  const sums = new Float32Array(height * width);
  const counts = new Uint32Array(height * width);
  for (const [number, { top, left }] of places.entries())
    for (let at = 0; at < side * side; at++) {
      const pixel = (top + Math.floor(at / side)) * width + left + (at % side);
      sums[pixel] = sums[pixel]! + drops[number]!;
      counts[pixel] = counts[pixel]! + 1;
    }
  return sums.map((total, pixel) => total / counts[pixel]!); // every pixel is covered
}
