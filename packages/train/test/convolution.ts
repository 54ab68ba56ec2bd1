import type { Window } from '../src/graph/emit/window.ts';
import { elementCount } from '../src/tensor/element-count.ts';

/** The shapes of a convolution: `image` `[batch, channels, height, width]`, `filters` `[filters, channels, ...window.size]`. */
export interface ConvolutionShapes {
  readonly image: readonly [number, number, number, number];
  readonly filters: number;
  readonly window: Window;
}

type Numbers = ArrayLike<number>;

/** (height, width) of the result. */
export function resultSize({ image, window }: ConvolutionShapes): [number, number] {
  const { size, strides, borders } = window;
  return [
    Math.floor((image[2] + borders.top + borders.bottom - size[0]) / strides[0]) + 1,
    Math.floor((image[3] + borders.left + borders.right - size[1]) / strides[1]) + 1,
  ];
}

/** A convolution by its definition, in double precision. */
export function convolution(shapes: ConvolutionShapes, image: Numbers, filters: Numbers): number[] {
  const result = zeros([shapes.image[0], shapes.filters, ...resultSize(shapes)]);
  for (const [at, pixel, weight] of products(shapes))
    result[at]! += image[pixel]! * filters[weight]!;
  return result;
}

/** The gradient of a convolution with respect to its filters, by its definition. */
export function gradientOfFilters(
  shapes: ConvolutionShapes,
  image: Numbers,
  gradient: Numbers,
): number[] {
  const result = zeros([shapes.filters, shapes.image[1], ...shapes.window.size]);
  for (const [at, pixel, weight] of products(shapes))
    result[weight]! += image[pixel]! * gradient[at]!;
  return result;
}

/** The gradient of a convolution with respect to its image, by its definition. */
export function gradientOfImage(
  shapes: ConvolutionShapes,
  gradient: Numbers,
  filters: Numbers,
): number[] {
  const result = zeros(shapes.image);
  for (const [at, pixel, weight] of products(shapes))
    result[pixel]! += gradient[at]! * filters[weight]!;
  return result;
}

/** All products that a convolution sums: the indices of its result, of the pixel and of the weight. */
function* products(shapes: ConvolutionShapes): Generator<readonly [number, number, number]> {
  const { image, filters, window } = shapes;
  const [batch, channels, height, width] = image;
  const [rows, columns] = resultSize(shapes);
  const { size, strides, borders } = window;
  for (const [n, f, y, x] of indices([batch, filters, rows, columns]))
    for (const [c, i, j] of indices([channels, ...size])) {
      const row = y! * strides[0] + i! - borders.top;
      const column = x! * strides[1] + j! - borders.left;
      if (row < 0 || row >= height || column < 0 || column >= width) continue;
      yield [
        ((n! * filters + f!) * rows + y!) * columns + x!,
        ((n! * channels + c!) * height + row) * width + column,
        ((f! * channels + c!) * size[0] + i!) * size[1] + j!,
      ];
    }
}

/** The indices of all elements of an array, in order. */
export function indices(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (outer, length) =>
      outer.flatMap((index) => Array.from({ length }, (_, own) => [...index, own])),
    [[]],
  );
}

function zeros(shape: readonly number[]): number[] {
  return Array.from({ length: elementCount(shape) }, () => 0);
}
