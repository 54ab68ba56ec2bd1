import type { Raster } from '@sprout/core';
import type { Reduction } from './reduction.ts';
import {
  growTo,
  pixelKernels,
  type PixelKernels,
  releaseLargeMemory,
} from '../../wasm/pixel-kernels.ts';
import type { JpegTable } from './jpeg-tables.ts';
import { type PlainJpeg, plainJpeg } from './plain-jpeg.ts';

const HUFFMAN_TABLE_BYTES = 16 + 256;
/** libjpeg filters narrower chroma in another way. */
const LEAST_WIDTH = 5;

export interface DecodePlainJpegOptions {
  /** The image is decoded at 1/2, 1/4 or 1/8 of its size. */
  readonly reduction?: Reduction;
  /** The EXIF orientation, 1 (upright) to 8. */
  readonly orientation?: number;
  /** Makes the result from the decoded image; see `DecodeOptions`. */
  readonly use?: ((image: Raster) => Raster) | undefined;
}

type Options = Required<Omit<DecodePlainJpegOptions, 'use'>>;

interface Size {
  readonly height: number;
  readonly width: number;
}

/**
 * Decodes a JPEG file of the usual form (one sequential scan with Huffman coding, grey or YCbCr with chroma at full or half size)
 * on this thread: the pixels of libjpeg, in about half the time of `decodeWithSharp` and `decodeReduced`.
 *
 * @returns `undefined` for all other files, damaged ones among them. Sharp then decides what they are.
 */
export function decodePlainJpeg(
  bytes: Uint8Array,
  { reduction = 1, orientation = 1, use = (image) => image }: DecodePlainJpegOptions = {},
): Raster | undefined {
  const jpeg = readPlainJpeg(bytes);
  if (jpeg === undefined || !isWideEnough(jpeg, reduction)) return undefined;
  const kernels = pixelKernels();
  if (kernels === undefined) return undefined;
  const options = { reduction, orientation };
  try {
    if (!writeJpeg(kernels, jpeg, options)) return undefined;
    const address = kernels.decodeJpeg();
    if (address === 0) return undefined;
    const image = imageAt(kernels, address, resultSize(jpeg, options));
    const result = use(image);
    return result.data.buffer === image.data.buffer ? copyOf(result) : result;
  } finally {
    releaseLargeMemory();
  }
}

function imageAt({ memory }: PixelKernels, address: number, { height, width }: Size): Raster {
  const data = new Uint8Array(memory.buffer, address, height * width * 3);
  return { height, width, channels: 3, data };
}

function copyOf(image: Raster): Raster {
  const data = Buffer.allocUnsafeSlow(image.data.length);
  data.set(image.data);
  return { ...image, data: new Uint8Array(data.buffer) };
}

function resultSize({ frame }: PlainJpeg, { reduction, orientation }: Options): Size {
  const height = Math.ceil(frame.height / reduction);
  const width = Math.ceil(frame.width / reduction);
  return orientation >= 5 ? { height: width, width: height } : { height, width };
}

function isWideEnough({ frame }: PlainJpeg, reduction: Reduction): boolean {
  return Math.ceil(frame.width / reduction) >= LEAST_WIDTH;
}

function readPlainJpeg(bytes: Uint8Array): PlainJpeg | undefined {
  try {
    return plainJpeg(bytes);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Returns whether there is memory for the file. */
function writeJpeg(
  kernels: PixelKernels,
  jpeg: PlainJpeg,
  { reduction, orientation }: Options,
): boolean {
  const { memory, SCAN, FRAME, QUANTISERS, DEFINITIONS } = kernels;
  if (!growTo(memory, SCAN.value + jpeg.scan.length)) return false;
  const target = new Uint8Array(memory.buffer);
  writeTables(jpeg.quantisers, target.subarray(QUANTISERS.value), 64);
  writeTables(jpeg.huffmanTables, target.subarray(DEFINITIONS.value), HUFFMAN_TABLE_BYTES);
  target.set(jpeg.scan, SCAN.value);
  const fields = [...frameFields(jpeg), 8 / reduction, orientation];
  new Int32Array(memory.buffer, FRAME.value, fields.length).set(fields);
  return true;
}

function writeTables(tables: readonly JpegTable[], target: Uint8Array, stride: number): void {
  for (const { index, data } of tables) target.set(data, index * stride);
}

/** The fields of the class `Frame` of the kernels, in order, up to `alternatingTables`. */
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
