/** The continuation of an image beyond its edges: the edge pixels, a mirror image, a repetition, or black. */
export type Border = 'nearest' | 'reflect' | 'wrap' | 'constant';

/** The numbers of the borders in the kernels in WebAssembly. */
export const BORDER_NUMBERS: Readonly<Record<Border, number>> = {
  nearest: 0,
  reflect: 1,
  wrap: 2,
  constant: 3,
};

/**
 * Maps a coordinate outside to one within `0 .. size - 1`, or to -1 for `constant`. As in scipy.ndimage: `reflect`
 * repeats the edge pixel (`dcba|abcd|dcba`), `wrap` is its `grid-wrap` (`abcd|abcd|abcd`).
 */
export function borderCoordinate(at: number, size: number, border: Border): number {
  if (border === 'constant') return at < 0 || at > size - 1 ? -1 : at;
  if (border === 'nearest') return Math.min(size - 1, Math.max(0, at));
  if (border === 'reflect') return reflected(at, size);
  if (at < 0) return at + size * (Math.trunc((-1 - at) / size) + 1);
  return at > size - 1 ? at - size * Math.trunc(at / size) : at;
}

/** The operations are those of scipy, in the same order, so that every bit is equal. */
function reflected(at: number, size: number): number {
  const period = 2 * size;
  if (at < 0) {
    const near = at < -period ? period * Math.trunc(-at / period) + at : at;
    if (near < -size) return near + period;
    return (near > -1e-15 ? 1e-15 : -near) - 1;
  }
  if (at <= size - 1) return at;
  const near = at - period * Math.trunc(at / period);
  return near >= size ? period - near - 1 : near;
}

/** Maps a pixel that is at most one pixel outside to one inside. */
export function borderPixel(at: number, size: number, border: Border): number {
  if (at >= 0 && at < size) return at;
  if (border === 'wrap') return at < 0 ? at + size : at - size;
  if (border === 'reflect') return at < 0 ? -at - 1 : 2 * size - 1 - at;
  return at < 0 ? 0 : size - 1;
}

/** Maps a pixel at any distance outside to one inside, or to -1 for `constant`: `borderInterpolate` of OpenCV. */
export function borderIndex(at: number, size: number, border: Border): number {
  if (at >= 0 && at < size) return at;
  if (border === 'constant') return -1;
  if (border === 'nearest') return at < 0 ? 0 : size - 1;
  const period = border === 'wrap' ? size : 2 * size;
  const within = ((at % period) + period) % period;
  return within < size ? within : 2 * size - 1 - within;
}
