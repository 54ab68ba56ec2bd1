import { storeColour } from './sextant';

/**
 * The offsets of the tables of `shiftHsv`, 256 entries each. Before these lie the divisors for the saturation (i32). `HUE_DIVISORS` are i32;
 * `AFTER` and `BEFORE`, the distances of a hue from the two ends of its sextant, `PARTS` (saturation) and `WHOLES` (value) are f32;
 * `SEXTANTS` are u8.
 */
const HUE_DIVISORS: usize = 1024;
const AFTER: usize = 2048;
const BEFORE: usize = 3072;
const PARTS: usize = 4096;
const WHOLES: usize = 5120;
const SEXTANTS: usize = 6144;

function toByte(value: f32): i32 {
  return <i32>nearest<f32>(value * 255);
}

/** Converts RGB to the integer HSV of OpenCV and back; the tables hold what is added between. */
export function shiftHsv(source: usize, length: usize, tables: usize, target: usize): void {
  const end = source + length;
  for (; source < end; source += 3, target += 3) {
    const red = <i32>load<u8>(source);
    const green = <i32>load<u8>(source, 1);
    const blue = <i32>load<u8>(source, 2);
    const largest = max(max(red, green), blue);
    const range = largest - min(min(red, green), blue);
    const ofOthers = select(blue - red + 2 * range, red - green + 4 * range, largest === green);
    const turn = select(green - blue, ofOthers, largest === red);
    const sixths = (turn * load<i32>(tables + HUE_DIVISORS + 4 * <usize>range) + 2048) >> 12;
    const hue = <usize>(sixths + (180 & (sixths >> 31)));
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
