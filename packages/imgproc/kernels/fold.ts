import { borderCoordinate, CONSTANT, NEAREST, WRAP } from './border';

/** The fold `mirror` of the package; the others are borders. */
const MIRROR: i32 = 4;

/** `foldCoordinate` of the package, with the same operations in the same order. */
export function foldCoordinate(at: f64, size: f64, fold: i32): f64 {
  if (at >= 0 && at <= size - 1) return at;
  if (fold === CONSTANT) return -1;
  if (size <= 1) return 0;
  if (fold === WRAP) return wrapped(at, size - 1);
  return fold === MIRROR ? mirrored(at, size) : borderCoordinate(at, size, fold);
}

/** How taps continue beyond the ends, where points continue as `border`. */
export function foldOfTaps(border: i32): i32 {
  return border === CONSTANT || border === WRAP ? MIRROR : border;
}

/** Whether a point lies in a constant border, or, for the other borders, would have no place after it was folded. */
export function isBeyond(inside: f64, border: i32): bool {
  return border !== NEAREST && inside <= -1;
}

function wrapped(at: f64, period: f64): f64 {
  if (at < 0) return at + period * (trunc<f64>(-at / period) + 1);
  return at - period * trunc<f64>(at / period);
}

function mirrored(at: f64, size: f64): f64 {
  const period = 2 * size - 2;
  if (at < 0) {
    const near = period * trunc<f64>(-at / period) + at;
    return near <= 1 - size ? near + period : -near;
  }
  const near = at - period * trunc<f64>(at / period);
  return near >= size ? period - near : near;
}
