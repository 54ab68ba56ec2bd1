import { bytesAt, withPixels } from '../wasm/with-pixels.ts';

/**
 * Reverses rows of RGB pixels, in WebAssembly.
 *
 * @returns `undefined` where Node has no WebAssembly with vectors.
 */
export function reverseRowsInWasm(
  data: Uint8Array,
  { rows, width }: { readonly rows: number; readonly width: number },
): Uint8Array | undefined {
  return withPixels(data, data.length, ({ kernels, source, free }) => {
    kernels.reverseRows(source, rows, width, free);
    return bytesAt(kernels, free, data.length);
  });
}

export interface Gathering {
  /** The pixel that comes first, and the pixels from one to the next below it and to the next on its right. */
  readonly first: number;
  readonly below: number;
  readonly right: number;
  /** The size of the result, which has as many pixels as the source. */
  readonly rows: number;
  readonly columns: number;
}

/**
 * Reads RGB pixels in another order, in WebAssembly.
 *
 * @returns `undefined` where Node has no WebAssembly with vectors.
 */
export function gatherInWasm(
  data: Uint8Array,
  { first, below, right, rows, columns }: Gathering,
): Uint8Array | undefined {
  return withPixels(data, data.length, ({ kernels, source, free }) => {
    kernels.gatherPixels(source + 3 * first, 3 * below, 3 * right, rows, columns, free);
    return bytesAt(kernels, free, data.length);
  });
}
