import { Pooling } from './pooling';

/**
 * Four channels of one row of a maximum pooling: the largest number of each window of `high` rows, or the smallest where `flips`
 * has the sign bit set.
 */
@inline
export function maximumPool(
  pooling: Pooling,
  image: usize,
  peaks: usize,
  flips: v128,
  high: i32,
): void {
  const width = pooling.width;
  const columns = pooling.columns;
  const windowWidth = pooling.windowWidth;
  const step = pooling.step;
  const rowBytes = <usize>width * step;
  for (let column = 0; column < columns; column++) {
    const first = column * windowWidth;
    const wide = <usize>min(windowWidth, width - first) * step;
    let top = image + <usize>first * step;
    let peak = v128.xor(v128.load(top), flips);
    for (let row = 0; row < high; row++) {
      for (let across: usize = 0; across < wide; across += step) {
        peak = f32x4.pmax(peak, v128.xor(v128.load(top + across), flips));
      }
      top += rowBytes;
    }
    v128.store(peaks, v128.xor(peak, flips));
    peaks += step;
  }
}
