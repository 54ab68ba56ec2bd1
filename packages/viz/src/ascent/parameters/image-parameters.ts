/** Images as a function of numbers, which an optimiser changes. All images have the same quantity of numbers, one after the other. */
export interface ImageParameters {
  /** The numbers of the first images. The caller may change them. */
  readonly start: Float32Array;
  /** `[count, height, width, channels]`: pixels, 0 to 255. A fresh array. */
  readonly imagesOf: (numbers: Float32Array) => Float32Array;
  /**
   * The gradient with respect to the numbers, of a function whose gradient with respect to the pixels is given.
   *
   * @param images The images of these numbers, as `imagesOf` returned them.
   */
  readonly gradientOf: (gradient: Float32Array, images: Float32Array) => Float32Array;
}
