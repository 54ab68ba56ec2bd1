/** The integer luminance of Pillow. */
function luminanceOf(red: i32, green: i32, blue: i32): i32 {
  return (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16;
}

/** Blends with the rounding of Pillow. */
function blend(from: i32, to: i32, factor: f32): i32 {
  const value = <f32>from + factor * <f32>(to - from);
  return value <= 0 ? 0 : value >= 255 ? 255 : <i32>value;
}

/** Blends each pixel of RGB with its luminance. */
export function saturate(source: usize, length: usize, factor: f32, target: usize): void {
  const end = source + length;
  for (; source < end; source += 3, target += 3) {
    const red = <i32>load<u8>(source);
    const green = <i32>load<u8>(source, 1);
    const blue = <i32>load<u8>(source, 2);
    const grey = luminanceOf(red, green, blue);
    store<u8>(target, blend(grey, red, factor));
    store<u8>(target, blend(grey, green, factor), 1);
    store<u8>(target, blend(grey, blue, factor), 2);
  }
}
