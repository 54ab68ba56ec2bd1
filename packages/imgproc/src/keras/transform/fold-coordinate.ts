/** How an image continues beyond its edges: the `fill_mode` of Keras, with the meaning of scipy.ndimage, and its mode `mirror`. */
export type Fold = 'nearest' | 'reflect' | 'wrap' | 'constant' | 'mirror';

/**
 * Maps a coordinate outside an axis to one within `0 .. size - 1`, or to -1 for `constant`, with the operations of
 * scipy.ndimage. `wrap` repeats after `size - 1`, so that the last pixel is the first one; `mirror` does not repeat the edge pixel.
 */
export function foldCoordinate(at: number, size: number, fold: Fold): number {
  if (at >= 0 && at <= size - 1) return at;
  if (fold === 'constant') return -1;
  if (fold === 'nearest') return at < 0 ? 0 : size - 1;
  if (size <= 1) return 0;
  if (fold === 'wrap') return wrapped(at, size - 1);
  return fold === 'reflect' ? reflected(at, size) : mirrored(at, size);
}

function wrapped(at: number, period: number): number {
  if (at < 0) return at + period * (Math.trunc(-at / period) + 1);
  return at - period * Math.trunc(at / period);
}

function reflected(at: number, size: number): number {
  const period = 2 * size;
  if (at < 0) {
    const near = at < -period ? period * Math.trunc(-at / period) + at : at;
    if (near < -size) return near + period;
    return (near > -1e-15 ? 1e-15 : -near) - 1;
  }
  const near = at - period * Math.trunc(at / period);
  return near >= size ? period - near - 1 : near;
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
