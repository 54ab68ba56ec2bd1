/**
 * Stores the colour of a sextant of the colour circle, 0 to 5. In each sextant, one channel has the largest value (`top`), one the
 * smallest (`low`), and the third one rises or falls between them.
 */
export function storeColour(
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
