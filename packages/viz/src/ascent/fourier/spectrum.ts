import { type Complex, fourierColumns, fourierColumnsBack, zeros } from './fourier-columns.ts';

/** The height and the width of an image. */
export interface ImageSize {
  readonly height: number;
  readonly width: number;
}

/** The number of frequencies of a real image along its width; the others are their conjugates. */
export function halfWidth(width: number): number {
  return Math.floor(width / 2) + 1;
}

/**
 * The real image with a spectrum, as `numpy.fft.irfft2`.
 *
 * @param spectrum `[height, halfWidth(width)]`. The imaginary parts of frequency 0, and of the last one where the width is even,
 *   do not count along the width.
 * @returns `[height, width]`.
 */
export function imageOfSpectrum(spectrum: Complex, { height, width }: ImageSize): Float64Array {
  const half = halfWidth(width);
  const columns = fourierColumnsBack(spectrum, height);
  const whole = zeros(width * height); // `[width, height]`
  for (let row = 0; row < height; row++)
    for (let frequency = 0; frequency < half; frequency++) {
      const from = row * half + frequency;
      const to = frequency * height + row;
      whole.real[to] = columns.real[from]!;
      if (isAlone(frequency, width)) continue;
      const conjugate = (width - frequency) * height + row;
      whole.imaginary[to] = columns.imaginary[from]!;
      whole.real[conjugate] = columns.real[from]!;
      whole.imaginary[conjugate] = -columns.imaginary[from]!;
    }
  const { real } = fourierColumnsBack(whole, width);
  const image = new Float64Array(height * width);
  for (let column = 0; column < width; column++)
    for (let row = 0; row < height; row++)
      image[row * width + column] = real[column * height + row]! / (height * width);
  return image;
}

/**
 * The spectrum of a real image, as `numpy.fft.rfft2`.
 *
 * @param image `[height, width]`.
 * @returns `[height, halfWidth(width)]`.
 */
export function spectrumOf(image: Float64Array, { height, width }: ImageSize): Complex {
  const half = halfWidth(width);
  const turned = zeros(width * height); // `[width, height]`
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      turned.real[column * height + row] = image[row * width + column]!;
  const rows = fourierColumns(turned, width);
  const columns = zeros(height * half);
  for (let frequency = 0; frequency < half; frequency++)
    for (let row = 0; row < height; row++) {
      const [from, to] = [frequency * height + row, row * half + frequency];
      columns.real[to] = rows.real[from]!;
      columns.imaginary[to] = rows.imaginary[from]!;
    }
  return fourierColumns(columns, height);
}

/**
 * The gradient with respect to a spectrum, given the gradient with respect to `imageOfSpectrum` of it.
 *
 * @param gradient `[height, width]`.
 * @returns `[height, halfWidth(width)]`: the derivatives with respect to the real and the imaginary parts.
 */
export function spectrumGradient(gradient: Float64Array, size: ImageSize): Complex {
  const { height, width } = size;
  const half = halfWidth(width);
  const { real, imaginary } = spectrumOf(gradient, size);
  const weighted = (value: number, at: number): number =>
    (value * (isAlone(at % half, width) ? 1 : 2)) / (height * width);
  return { real: real.map(weighted), imaginary: imaginary.map(weighted) };
}

/** Whether a frequency is its own conjugate. */
function isAlone(frequency: number, width: number): boolean {
  return frequency === 0 || 2 * frequency === width;
}
