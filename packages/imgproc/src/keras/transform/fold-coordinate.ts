import { type Border, borderCoordinate } from '../../kernels/border.ts';

/** How a line of pixels continues beyond its ends: the `fill_mode` of Keras with the meaning of scipy.ndimage, or its mode `mirror`. */
export type Fold = Border | 'mirror';

/**
 * Maps a coordinate outside an axis to one within `0 .. size - 1`, or to -1 for `constant`, with the operations of
 * scipy.ndimage. `wrap` repeats after `size - 1`, so that the last pixel is the first one; `mirror` does not repeat the edge pixel.
 */
export function foldCoordinate(at: number, size: number, fold: Fold): number {
  if (at >= 0 && at <= size - 1) return at;
  if (fold === 'constant') return -1;
  if (size <= 1) return 0;
  if (fold === 'wrap') return wrapped(at, size - 1);
  return fold === 'mirror' ? mirrored(at, size) : borderCoordinate(at, size, fold);
}

function wrapped(at: number, period: number): number {
  if (at < 0) return at + period * (Math.trunc(-at / period) + 1);
  return at - period * Math.trunc(at / period);
}

function mirrored(at: number, size: number): number {
  const period = 2 * size - 2;
  if (at < 0) {
    const near = period * Math.trunc(-at / period) + at;
    return near <= 1 - size ? near + period : -near;
  }
  const near = at - period * Math.trunc(at / period);
  return near >= size ? period - near : near;
}
