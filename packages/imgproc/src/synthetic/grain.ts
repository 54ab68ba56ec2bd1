/** A hash of one lattice point and a seed, from 0 to below 1. `x` and `y` are whole numbers. */
export function latticeNoise(x: number, y: number, seed: number): number {
  let bits = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ seed;
  bits = Math.imul(bits ^ (bits >>> 15), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 0x100000000;
}

/** Value noise, 0 to 1: lattice noise at whole coordinates, blended smoothly between them. */
export function valueNoise(x: number, y: number, seed: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const right = ease(x - column);
  const below = ease(y - row);
  const top = blend(latticeNoise(column, row, seed), latticeNoise(column + 1, row, seed), right);
  const bottom = blend(
    latticeNoise(column, row + 1, seed),
    latticeNoise(column + 1, row + 1, seed),
    right,
  );
  return blend(top, bottom, below);
}

/** Fractal noise, 0 to 1: octaves of value noise, each twice as fine and half as strong as the one before. */
export function cloudNoise(x: number, y: number, options: CloudNoiseOptions): number {
  const { seed, octaves } = options;
  let sum = 0;
  let weight = 0;
  for (let octave = 0; octave < octaves; octave++) {
    const scale = 2 ** octave;
    sum += valueNoise(x * scale, y * scale, seed + octave) / scale;
    weight += 1 / scale;
  }
  return sum / weight;
}

export interface CloudNoiseOptions {
  readonly seed: number;
  readonly octaves: number;
}

/** `from` at 0, `to` at 1. */
export function blend(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** Smoothstep: 0 to 1 without slope at either end. Values outside are clamped. */
export function ease(share: number): number {
  const clamped = share < 0 ? 0 : share > 1 ? 1 : share;
  return clamped * clamped * (3 - 2 * clamped);
}
