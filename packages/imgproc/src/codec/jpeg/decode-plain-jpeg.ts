import type { Raster } from '@sprout/core';
import { jpegKernels, type JpegKernels } from './jpeg-kernels.ts';
import type { JpegTable } from './jpeg-tables.ts';
import { type PlainJpeg, plainJpeg } from './plain-jpeg.ts';

const PAGE = 65_536;
const HUFFMAN_TABLE_BYTES = 16 + 256;

/**
 * Decodes a JPEG file of the usual form (one sequential scan with Huffman coding, grey or YCbCr with chroma at full or half size)
 * on this thread: the pixels of libjpeg, in about half the time of `decodeWithSharp`. The orientation is not applied.
 *
 * @returns `undefined` for all other files, damaged ones among them. Sharp then decides what they are.
 */
export function decodePlainJpeg(bytes: Uint8Array): Raster | undefined {
  const jpeg = readPlainJpeg(bytes);
  const kernels = jpeg === undefined ? undefined : jpegKernels();
  if (jpeg === undefined || kernels === undefined) return undefined;
  writeJpeg(kernels, jpeg);
  const address = kernels.decodeJpeg();
  if (address === 0) return undefined;
  const { height, width } = jpeg.frame;
  const data = Buffer.allocUnsafeSlow(height * width * 3);
  data.set(new Uint8Array(kernels.memory.buffer, address, data.length));
  return { height, width, channels: 3, data: new Uint8Array(data.buffer) };
}

function readPlainJpeg(bytes: Uint8Array): PlainJpeg | undefined {
  try {
    return plainJpeg(bytes);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function writeJpeg(kernels: JpegKernels, jpeg: PlainJpeg): void {
  const { memory, SCAN, FRAME, QUANTISERS, DEFINITIONS } = kernels;
  const missing = SCAN.value + jpeg.scan.length - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  const target = new Uint8Array(memory.buffer);
  writeTables(jpeg.quantisers, target.subarray(QUANTISERS.value), 64);
  writeTables(jpeg.huffmanTables, target.subarray(DEFINITIONS.value), HUFFMAN_TABLE_BYTES);
  target.set(jpeg.scan, SCAN.value);
  const fields = frameFields(jpeg);
  new Int32Array(memory.buffer, FRAME.value, fields.length).set(fields);
}

function writeTables(tables: readonly JpegTable[], target: Uint8Array, stride: number): void {
  for (const { index, data } of tables) target.set(data, index * stride);
}

/** The fields of the class `Frame` of the kernels, in order. */
function frameFields({ frame, restartInterval, scan, coding }: PlainJpeg): number[] {
  const { width, height, across, down, channels } = frame;
  return [
    width,
    height,
    channels.length,
    across,
    down,
    restartInterval,
    scan.length,
    packed(channels.map(({ quantiser }) => quantiser)),
    packed(coding.map((tables) => tables >> 4)),
    packed(coding.map((tables) => tables & 15)),
  ];
}

/** Two bits for each channel, beginning with the lowest. */
function packed(numbers: readonly number[]): number {
  return numbers.reduce((bits, number, channel) => bits | (number << (2 * channel)), 0);
}
