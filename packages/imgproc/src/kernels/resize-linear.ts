import type { Raster } from '@sprout/core';
import { type Neighbours, neighbours, withinEdges } from './linear-neighbours.ts';

/** Two source rows, and what they weigh. */
interface RowPair {
  readonly upper: Uint8Array;
  readonly lower: Uint8Array;
  readonly upperWeight: number;
  readonly lowerWeight: number;
}

/**
 * Resizes as `cv2.resize` with `INTER_LINEAR` does, bit for bit: between the four nearest pixels, without smoothing
 * before shrinking.
 *
 * @param source Only read.
 * @returns A new raster; `source` itself where the size is the same already.
 * @see `resizeGeneric_` of OpenCV's `modules/imgproc/src/resize.cpp`.
 */
export function resizeLinear(
  source: Raster,
  { height, width }: { readonly height: number; readonly width: number },
): Raster {
  if (source.height === height && source.width === width) return source;
  const { channels } = source;
  const { first, firstWeight, secondWeight } = neighbours(source.height, height);
  const columns = withinEdges(neighbours(source.width, width), source.width);
  const stride = width * channels;
  const result = new Uint8Array(height * stride);
  for (let row = 0; row < height; row++) {
    const pair = {
      upper: rowAt(source, first[row]!),
      lower: rowAt(source, first[row]! + 1),
      upperWeight: firstWeight[row]!,
      lowerWeight: secondWeight[row]!,
    };
    blend(result.subarray(row * stride, (row + 1) * stride), pair, columns);
  }
  return { height, width, channels, data: result };
}

/** A row of the image; the first and the last one stand for those outside. */
function rowAt({ height, width, channels, data }: Raster, row: number): Uint8Array {
  const start = Math.min(height - 1, Math.max(0, row)) * width * channels;
  return data.subarray(start, start + width * channels);
}

function blend(target: Uint8Array, pair: RowPair, columns: Neighbours): void {
  const { first, firstWeight, secondWeight } = columns;
  const channels = target.length / first.length;
  for (let column = 0, at = 0; column < first.length; column++) {
    const weight = firstWeight[column]!;
    const nextWeight = secondWeight[column]!;
    const from = first[column]! * channels;
    const next = nextWeight === 0 ? from : from + channels;
    for (let channel = 0; channel < channels; channel++, at++) {
      const { upper, lower } = pair;
      const above =
        Math.imul(upper[from + channel]!, weight) + Math.imul(upper[next + channel]!, nextWeight);
      const below =
        Math.imul(lower[from + channel]!, weight) + Math.imul(lower[next + channel]!, nextWeight);
      target[at] = blendRows(pair, above, below);
    }
  }
}

/** OpenCV's own rounding: four bits are dropped before the second product, sixteen after it. */
function blendRows({ upperWeight, lowerWeight }: RowPair, above: number, below: number): number {
  const sum =
    (Math.imul(above >> 4, upperWeight) >> 16) + (Math.imul(below >> 4, lowerWeight) >> 16);
  return (sum + 2) >> 2;
}
