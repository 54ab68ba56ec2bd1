import { storeColour } from './sextant';

function roundUp(value: f64): i32 {
  return <i32>(value + 0.5);
}

/**
 * Converts RGB to the HSV of Pillow, adds `steps` to the hue, and converts back.
 *
 * @param tables 256 entries each: bytes divided by 255, and distances of a hue from the start of its sextant (f32); sextants (u8).
 */
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
      const ofOthers = select(
        <f32>(2 + <f64>redPart - <f64>bluePart),
        <f32>(4 + <f64>greenPart - <f64>redPart),
        largest === green,
      );
      const sixths = select(bluePart - greenPart, ofOthers, largest === red);
      const turn = <f64>sixths / 6 + 1;
      hue += <i32>(<f64>(<f32>select(turn - 1, turn, turn >= 1)) * 255);
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
