import { philox, rngAt } from '@sprout/core';

export interface MaskOptions {
  readonly seed: number;
  readonly layer: string;
  readonly step: number;
  /** The share of zeros. */
  readonly rate: number;
}

const HALVES = 0x10000;

/**
 * Fills a dropout mask with zeros, a share `rate`, and `1 / (1 - rate)`. The numbers depend on seed, layer and step only; each
 * uses 16 bits of the random stream at `["dropout", layer, step]`.
 */
export function drawMask(target: Float32Array, { seed, layer, step, rate }: MaskOptions): void {
  const rng = rngAt(seed, ['dropout', layer, step]);
  const key = [rng.uint32(), rng.uint32()] as const;
  const [upper0, upper1] = [rng.uint32(), rng.uint32()];
  const kept = 1 / (1 - rate);
  const limit = Math.round(rate * HALVES);
  for (let at = 0; at < target.length; at += 8) {
    const block = philox([at >>> 3, 0, upper0, upper1], key);
    const end = Math.min(at + 8, target.length);
    for (let index = at; index < end; index++) {
      const word = block[((index - at) >>> 1) as 0 | 1 | 2 | 3]; // an index from 0 to 3
      const half = index % 2 === 0 ? word & 0xffff : word >>> 16;
      target[index] = half < limit ? 0 : kept;
    }
  }
}
