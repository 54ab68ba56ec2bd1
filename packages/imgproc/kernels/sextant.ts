/**
 * For each sextant, the places of the three channels among `top`, `falling`, `rising` and `low`, in bits: the channels of random pixels
 * would be chosen by branches that the processor cannot foresee.
 */
const PLACES = memory.data<u8>([
  0, 16, 24, 0, 8, 0, 24, 0, 24, 0, 16, 0, 24, 8, 0, 0, 16, 24, 0, 0, 0, 24, 8, 0,
]);

/**
 * Stores the colour of a sextant of the colour circle, 0 to 5. In each sextant, one channel has the largest value (`top`), one the
 * smallest (`low`), and the third one rises or falls between them. All are bytes.
 */
export function storeColour(
  target: usize,
  sextant: i32,
  top: i32,
  falling: i32,
  rising: i32,
  low: i32,
): void {
  const values: u32 = top | (falling << 8) | (rising << 16) | (low << 24);
  const places = PLACES + 4 * <usize>sextant;
  store<u8>(target, values >> load<u8>(places));
  store<u8>(target, values >> load<u8>(places, 1), 1);
  store<u8>(target, values >> load<u8>(places, 2), 2);
}
