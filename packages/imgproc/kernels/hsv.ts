/** The tables of `shiftHsv`, 256 entries each: divisors (i32), places in the sextant and channels (f32), sextants (u8). */
const HUE_DIVISORS: usize = 1024;
const AFTER: usize = 2048;
const BEFORE: usize = 3072;
const PARTS: usize = 4096;
const WHOLES: usize = 5120;
const SEXTANTS: usize = 6144;

/** Stores the colour of a sextant. */
function storeColour(
  target: usize,
  sextant: i32,
  top: i32,
  falling: i32,
  rising: i32,
  low: i32,
): void {
  let red = top;
  let green = rising;
  let blue = low;
  if (sextant === 1) {
    red = falling;
    green = top;
  } else if (sextant === 2) {
    red = low;
    green = top;
    blue = rising;
  } else if (sextant === 3) {
    red = low;
    green = falling;
    blue = top;
  } else if (sextant === 4) {
    red = rising;
    green = low;
    blue = top;
  } else if (sextant === 5) {
    green = low;
    blue = falling;
  }
  store<u8>(target, red);
  store<u8>(target, green, 1);
  store<u8>(target, blue, 2);
}

function toByte(value: f32): i32 {
  return <i32>nearest<f32>(value * 255);
}

/** Adds to the integer HSV of OpenCV, as the tables say. */
export function shiftHsv(source: usize, length: usize, tables: usize, target: usize): void {
  const end = source + length;
  for (; source < end; source += 3, target += 3) {
    const red = <i32>load<u8>(source);
    const green = <i32>load<u8>(source, 1);
    const blue = <i32>load<u8>(source, 2);
    const largest = max(max(red, green), blue);
    const range = largest - min(min(red, green), blue);
    const turn =
      largest === red
        ? green - blue
        : largest === green
          ? blue - red + 2 * range
          : red - green + 4 * range;
    const sixths = (turn * load<i32>(tables + HUE_DIVISORS + 4 * <usize>range) + 2048) >> 12;
    const hue = <usize>(sixths < 0 ? sixths + 180 : sixths);
    const saturation = (range * load<i32>(tables + 4 * <usize>largest) + 2048) >> 12;
    const part = load<f32>(tables + PARTS + 4 * <usize>saturation);
    const whole = load<f32>(tables + WHOLES + 4 * <usize>largest);
    const after = <f64>load<f32>(tables + AFTER + 4 * hue);
    const before = <f64>load<f32>(tables + BEFORE + 4 * hue);
    storeColour(
      target,
      <i32>load<u8>(tables + SEXTANTS + hue),
      toByte(whole),
      toByte(whole * <f32>(1 - <f64>part * after)),
      toByte(whole * <f32>(1 - <f64>part * before)),
      toByte(whole * (1 - part)),
    );
  }
}

function roundUp(value: f64): i32 {
  return <i32>(value + 0.5);
}

/** Adds to the hue of Pillow. The tables, 256 entries each: bytes by 255 and places in the sextant (f32), sextants (u8). */
export function turnHue(
  source: usize,
  length: usize,
  steps: i32,
  tables: usize,
  target: usize,
): void {
  const end = source + length;
  for (; source < end; source += 3, target += 3) {
    const red = <i32>load<u8>(source);
    const green = <i32>load<u8>(source, 1);
    const blue = <i32>load<u8>(source, 2);
    const largest = max(max(red, green), blue);
    const range = largest - min(min(red, green), blue);
    let hue = steps;
    let saturation = 0;
    if (range > 0) {
      const width = <f32>range;
      saturation = <i32>(<f64>(width / <f32>largest) * 255);
      const redPart = <f32>(largest - red) / width;
      const greenPart = <f32>(largest - green) / width;
      const bluePart = <f32>(largest - blue) / width;
      const sixths: f32 =
        largest === red
          ? bluePart - greenPart
          : largest === green
            ? <f32>(2 + <f64>redPart - <f64>bluePart)
            : <f32>(4 + <f64>greenPart - <f64>redPart);
      const turn = <f64>sixths / 6 + 1;
      hue += <i32>(<f64>(<f32>(turn >= 1 ? turn - 1 : turn)) * 255);
    }
    const place = <usize>(hue & 255);
    const part = <f64>load<f32>(tables + 4 * <usize>saturation);
    const after = <f64>load<f32>(tables + 1024 + 4 * place);
    const value = <f64>largest;
    storeColour(
      target,
      <i32>load<u8>(tables + 2048 + place),
      largest,
      roundUp(value * (1 - part * after)),
      roundUp(value * (1 - part * (1 - after))),
      roundUp(value * (1 - part)),
    );
  }
}
