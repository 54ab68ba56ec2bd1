/** The parameters of `winogradFilters`. */
@unmanaged
export class WinogradFilters {
  /** The numbers of channel blocks of the filters and of the channels. */
  filterBlocks!: i32;
  blocks!: i32;
  /** The channels of a channel block: 4, 8 or 16. */
  channelBlock!: i32;
}

/**
 * Transforms filters, `[filters, channels, 3, 3]`, for Winograd's convolution: each becomes 6 x 6 numbers, `G filter G^T`. A
 * row of `G` evaluates a polynomial of three coefficients at one of the points 0, 1 / sqrt(2), -1 / sqrt(2), sqrt(2), -sqrt(2)
 * and infinity, and divides by the product of its distances to the other finite points.
 *
 * @param first The first block of filters of this part of the work; `end` is the block after the last one.
 * @param taps Working memory: for each block of filters, nine matrices of a channel block by a channel block.
 * @param result Written: `[36, filter blocks, blocks, channelBlock (channels), channelBlock (filters)]`.
 */
export function winogradFilters(
  winograd: WinogradFilters,
  first: i32,
  end: i32,
  filters: usize,
  taps: usize,
  result: usize,
): void {
  const filterBlocks = winograd.filterBlocks;
  const blocks = winograd.blocks;
  const channelBlock = winograd.channelBlock;
  const matrixBytes = <usize>(channelBlock * channelBlock) * 4;
  const pointBytes = <usize>(filterBlocks * blocks) * matrixBytes;
  for (let filterBlock = first; filterBlock < end; filterBlock++) {
    const own = taps + <usize>filterBlock * 9 * matrixBytes;
    for (let block = 0; block < blocks; block++) {
      gatherTaps(winograd, filters, filterBlock * channelBlock, block * channelBlock, own);
      const to = result + <usize>(filterBlock * blocks + block) * matrixBytes;
      for (let row = 0; row < 6; row++) {
        transformRow(own, matrixBytes, row, to + <usize>(6 * row) * pointBytes, pointBytes);
      }
    }
  }
}

/** Reorders the filters of one channel block for another: `[9, channels, filters]`. */
function gatherTaps(
  winograd: WinogradFilters,
  filters: usize,
  filter: i32,
  channel: i32,
  taps: usize,
): void {
  const channelBlock = winograd.channelBlock;
  const channels = winograd.blocks * channelBlock;
  const matrixBytes = <usize>(channelBlock * channelBlock) * 4;
  for (let own = 0; own < channelBlock; own++) {
    let from = filters + <usize>((filter + own) * channels + channel) * 36;
    for (let lane = 0; lane < channelBlock; lane++) {
      let to = taps + <usize>(lane * channelBlock + own) * 4;
      for (let tap: usize = 0; tap < 9; tap++) {
        store<f32>(to, load<f32>(from));
        from += 4;
        to += matrixBytes;
      }
    }
  }
}

/** Computes one row of six points: a row of `G` for the columns of the filters, all of `G` for their rows. */
function transformRow(
  taps: usize,
  matrixBytes: usize,
  row: i32,
  to: usize,
  pointBytes: usize,
): void {
  const first = f32x4.splat(coefficient(row, 0));
  const second = f32x4.splat(coefficient(row, 1));
  const third = f32x4.splat(coefficient(row, 2));
  const tapRowBytes = 3 * matrixBytes;
  for (let at: usize = 0; at < matrixBytes; at += 16) {
    const tap = taps + at;
    const a = column(tap, tapRowBytes, first, second, third);
    const b = column(tap + matrixBytes, tapRowBytes, first, second, third);
    const c = column(tap + 2 * matrixBytes, tapRowBytes, first, second, third);
    const even = f32x4.mul(f32x4.add(f32x4.add(a, a), c), f32x4.splat(-0.3333333333333333));
    const odd = f32x4.mul(b, f32x4.splat(0.4714045207910317)); // sqrt(2) / 3
    const outerEven = f32x4.mul(f32x4.add(a, f32x4.add(c, c)), f32x4.splat(0.16666666666666666));
    const outerOdd = f32x4.mul(b, f32x4.splat(0.23570226039551584)); // sqrt(2) / 6
    let point = to + at;
    v128.store(point, a);
    point += pointBytes;
    v128.store(point, f32x4.sub(even, odd));
    point += pointBytes;
    v128.store(point, f32x4.add(even, odd));
    point += pointBytes;
    v128.store(point, f32x4.add(outerEven, outerOdd));
    point += pointBytes;
    v128.store(point, f32x4.sub(outerEven, outerOdd));
    point += pointBytes;
    v128.store(point, c);
  }
}

/** The product of a row of `G` and a column of four filters, whose taps are `tapRowBytes` apart. */
function column(tap: usize, tapRowBytes: usize, first: v128, second: v128, third: v128): v128 {
  const above = f32x4.mul(v128.load(tap), first);
  const middle = f32x4.mul(v128.load(tap + tapRowBytes), second);
  const below = f32x4.mul(v128.load(tap + 2 * tapRowBytes), third);
  return f32x4.add(f32x4.add(above, middle), below);
}

/** A number of `G`. */
function coefficient(row: i32, power: i32): f32 {
  if (row === 0) return power === 0 ? 1 : 0;
  if (row === 5) return power === 2 ? 1 : 0;
  const sign: f32 = row === 1 || row === 4 ? -1 : 1;
  if (row < 3) {
    if (power === 0) return -0.6666666666666666;
    return power === 1 ? sign * <f32>0.4714045207910317 : -0.3333333333333333;
  }
  if (power === 0) return 0.16666666666666666;
  return power === 1 ? sign * <f32>0.23570226039551584 : 0.3333333333333333;
}
