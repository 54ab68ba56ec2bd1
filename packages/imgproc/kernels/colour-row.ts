import { Colours } from './colours';
import { Lanes } from './lanes';

/** Writes a row of RGB from rows of Y, Cb and Cr. Writes up to 45 bytes after it. */
export function colourRow(y: usize, blue: usize, red: usize, target: usize, width: i32): void {
  const middle = i16x8.splat(128);
  for (let x: usize = 0; x < <usize>width; x += 16) {
    const yLow = v128.load_ext<u8>(y + x);
    const yHigh = v128.load_ext<u8>(y + x, 8);
    const cbLow = i16x8.sub(v128.load_ext<u8>(blue + x), middle);
    const cbHigh = i16x8.sub(v128.load_ext<u8>(blue + x, 8), middle);
    const crLow = i16x8.sub(v128.load_ext<u8>(red + x), middle);
    const crHigh = i16x8.sub(v128.load_ext<u8>(red + x, 8), middle);
    const b = i8x16.narrow_i16x8_u(Colours.blue(yLow, cbLow), Colours.blue(yHigh, cbHigh));
    Colours.store(
      target + 3 * x,
      i8x16.narrow_i16x8_u(Colours.red(yLow, crLow), Colours.red(yHigh, crHigh)),
      i8x16.narrow_i16x8_u(Colours.green(yLow, cbLow, crLow), Colours.green(yHigh, cbHigh, crHigh)),
      Lanes.lowBytes(b, b),
      Lanes.highBytes(b, b),
    );
  }
}

/** As `colourRow` for grey. */
export function greyRow(y: usize, target: usize, width: i32): void {
  for (let x: usize = 0; x < <usize>width; x += 16) {
    const grey = v128.load(y + x);
    Colours.store(
      target + 3 * x,
      grey,
      grey,
      Lanes.lowBytes(grey, grey),
      Lanes.highBytes(grey, grey),
    );
  }
}
