import { NEAREST } from './border';
import { foldCoordinate, foldOfTaps, isBeyond } from './fold';
import { Splines } from './spline-planes';

/** The offsets and weights of the values around a point: four offsets (u32) and weights (f64) along a column, and four along a row. */
const ROW_TAPS = memory.data(48, 16);
const COLUMN_TAPS = memory.data(48, 16);

/** Resamples with any order at any point, also where neighbours are outside the planes. */
export function atEdge(
  splines: Splines,
  y: f64,
  x: f64,
  cval: f32,
  target: usize,
  targetStep: usize,
): void {
  const isInside =
    locate(splines, y, splines.height, splines.rowStep, ROW_TAPS) &&
    locate(splines, x, splines.width, splines.columnStep, COLUMN_TAPS);
  let from = splines.source;
  for (let channel = splines.channels; channel > 0; channel--) {
    store<f32>(target, isInside ? sumOf(splines.order, from) : cval);
    from += splines.planeStep;
    target += targetStep;
  }
}

/** `locate` of the package. */
function locate(splines: Splines, coordinate: f64, side: i32, step: usize, taps: usize): bool {
  const order = splines.order;
  const border = splines.border;
  const size = <f64>side;
  const inside = border === NEAREST ? coordinate : foldCoordinate(coordinate, size, border);
  if (isBeyond(inside, border)) return false;
  const start = floor<f64>(order & 1 ? inside : inside + 0.5) - <f64>(order >> 1);
  for (let tap = 0; tap <= order; tap++) {
    const index = start + <f64>tap;
    const isWithin = index >= 0 && index < size;
    const at = isWithin ? index : foldCoordinate(index, size, foldOfTaps(border));
    store<usize>(taps + 4 * <usize>tap, <usize>(<i32>at) * step);
  }
  weigh(inside, order, taps + 16);
  return true;
}

/** `splineWeights` of the package. */
function weigh(at: f64, order: i32, weights: usize): void {
  if (order === 0) {
    store<f64>(weights, 1);
    return;
  }
  const x = at - floor<f64>(order === 2 ? at + 0.5 : at);
  if (order === 1) {
    store<f64>(weights, 1 - x);
    store<f64>(weights, 1 - (1 - x), 8);
    return;
  }
  const z: f64 = order === 2 ? 0.5 - x : 1 - x;
  const w0 = order === 2 ? 0.5 * z * z : (z * z * z) / 6;
  const w1 = order === 2 ? 0.75 - x * x : (x * x * (x - 2) * 3 + 4) / 6;
  const w2 = order === 2 ? 1 - w0 - w1 : (z * z * (z - 2) * 3 + 4) / 6;
  store<f64>(weights, w0);
  store<f64>(weights, w1, 8);
  store<f64>(weights, w2, 16);
  store<f64>(weights, 1 - w0 - w1 - w2, 24);
}

/** The sum at the taps of a plane. */
function sumOf(order: i32, plane: usize): f32 {
  let sum: f64 = 0;
  for (let i: usize = 0; i <= <usize>order; i++) {
    const row = plane + load<usize>(ROW_TAPS + 4 * i);
    const weight = load<f64>(ROW_TAPS + 16 + 8 * i);
    for (let j: usize = 0; j <= <usize>order; j++) {
      const at = row + load<usize>(COLUMN_TAPS + 4 * j);
      const value = order < 2 ? <f64>load<f32>(at) : load<f64>(at);
      sum += value * weight * load<f64>(COLUMN_TAPS + 16 + 8 * j);
    }
  }
  return <f32>sum;
}
