import type { GradientOptions, GradientSource } from '@sprout/core';

/** The function of one image, and its gradient. */
export interface Plane {
  readonly value: (image: Float32Array) => number;
  readonly gradient: (image: Float32Array) => Float32Array;
}

/** A gradient source of a function that is known, whatever the objective. It keeps the images that it was asked for. */
export function planeSource(
  { value, gradient }: Plane,
  imageShape: readonly [number, number, number],
): GradientSource & { readonly asked: Float32Array[] } {
  const size = imageShape.reduce((product, length) => product * length, 1);
  const asked: Float32Array[] = [];
  return {
    asked,
    imageShape,
    gradient: (images, { count }: GradientOptions) => {
      const pixels = Float32Array.from(images);
      asked.push(pixels);
      const parts = Array.from({ length: count }, (_, image) =>
        pixels.subarray(image * size, (image + 1) * size),
      );
      return Promise.resolve({
        values: Float32Array.from(parts, value),
        shape: [count, ...imageShape],
        gradient: Float32Array.from(parts.flatMap((part) => [...gradient(part)])),
        outputs: [],
      });
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
