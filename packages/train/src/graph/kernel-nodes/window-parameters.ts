import { imageShape, type Shaped, slideShape, type Window } from '../emit/window.ts';

/** The parameters that kernels have in common that slide a window over the image. */
export interface WindowParameters {
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  /** The size of the result. */
  readonly rows: number;
  readonly columns: number;
  readonly windowHeight: number;
  readonly windowWidth: number;
  readonly strideHeight: number;
  readonly strideWidth: number;
  readonly top: number;
  readonly left: number;
}

/** The parameters of a kernel that slides `window` over `image`. */
export function windowParameters(image: Shaped, window: Window): WindowParameters {
  const [batch, , height, width] = imageShape(image);
  const [rows, columns] = slideShape(image, window);
  const { size, strides, borders } = window;
  return {
    batch: Number(batch),
    height,
    width,
    rows,
    columns,
    windowHeight: size[0],
    windowWidth: size[1],
    strideHeight: strides[0],
    strideWidth: strides[1],
    top: borders.top,
    left: borders.left,
  };
}
