import type { Raster } from '@sprout/core';
import { bytesAt, lieInMemory, withPixels } from '../wasm/with-pixels.ts';
import type { JpegQuantisers } from './jpeg-quantiser.ts';

/** libjpeg repeats the chroma of narrower images, which the kernels do not. */
const LEAST_WIDTH = 5;
const TABLE_BYTES = 64 * (2 + 4 + 4);

/** As `jpegRoundTrip`; `undefined` where Node has no WebAssembly with vectors, and for images of less than 5 columns. */
export function roundTripInWasm(source: Raster, quantisers: JpegQuantisers): Raster | undefined {
  const { height, width } = source;
  if (width < LEAST_WIDTH) return undefined;
  const data = lieInMemory(source.data) ? source.data.slice() : source.data; // the kernel may overwrite pixels that lie elsewhere in its memory
  const free = 2 * TABLE_BYTES + 2 * 3 * (width + 16);
  return withPixels(data, free, ({ kernels, source: at, free: tables }) => {
    const length = tables + free - at; // the kernel lays its planes out after these bytes
    const { buffer } = kernels.memory;
    const fields = [width, height, 3, 2, 2, 0, length, 0, 0, 0, 8, 1]; // of the class `Frame` of the kernels
    new Int32Array(buffer, kernels.FRAME.value, fields.length).set(fields);
    writeTable(buffer, tables, quantisers.luma);
    writeTable(buffer, tables + TABLE_BYTES, quantisers.chroma);
    const result = kernels.recompressJpeg(at, tables, tables + 2 * TABLE_BYTES);
    if (result === 0) return undefined;
    return { ...source, data: bytesAt(kernels, result, 3 * height * width) };
  });
}

/** Writes a quantiser, and for the division by each of its numbers the addend and the reciprocal. */
function writeTable(buffer: ArrayBuffer, address: number, quantiser: Uint8Array): void {
  const addends = new Float32Array(buffer, address + 128, 64);
  const reciprocals = new Float32Array(buffer, address + 128 + 256, 64);
  new Int16Array(buffer, address, 64).set(quantiser);
  for (const [at, number] of quantiser.entries()) {
    addends[at] = 4 * number + 0.5; // half of the divisor, and 1/2, so that no quotient is a whole number
    reciprocals[at] = 1 / (8 * number);
  }
}
