/**
 * The book's `deprocess_image`: the numbers of an image minus their mean, divided by their standard deviation, times 0.1, plus 0.5,
 * as bytes. The numbers are not changed.
 *
 * @returns Bytes of the same order. An image of equal numbers is grey.
 */
export function deprocessImage(numbers: Float32Array): Uint8Array {
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const variance = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / numbers.length;
  const factor = 0.1 / (Math.sqrt(variance) + 1e-5);
  return Uint8Array.from(numbers, (value) =>
    Math.trunc(255 * Math.min(Math.max((value - mean) * factor + 0.5, 0), 1)),
  );
}
