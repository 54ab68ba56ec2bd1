import { isFrame, type JpegSegment, jpegSegments, START_OF_SCAN } from './jpeg-segments.ts';

/** Frames of which a scan holds all coefficients: baseline, extended, and extended with arithmetic coding. */
const SEQUENTIAL = [0xc0, 0xc1, 0xc9];
const WHOLE_SCAN = [0, 63, 0];
const APP0 = 0xe0;
const APP14 = 0xee;

/** A violation of the standard that changes no pixel, with the bytes that correct it. */
export interface JpegOddity {
  readonly text: string;
  readonly at: number;
  /** How many bytes are replaced. */
  readonly count: number;
  readonly by: readonly number[];
}

/**
 * Finds the oddities of the segments before the first scan. libjpeg reads such files with a warning; a strict decoder refuses
 * them.
 */
export function jpegOddities(bytes: Uint8Array): JpegOddity[] {
  const segments = completeSegments(bytes);
  const frame = segments.find(isFrame);
  return segments.flatMap((segment) => {
    const { marker } = segment;
    const odd = strayBytes(segment);
    if (marker === APP0) odd.push(...jfifRevision(bytes, segment));
    if (marker === APP14) odd.push(...adobeTransform(bytes, segment, frame));
    if (marker === START_OF_SCAN) odd.push(...scanParameters(bytes, segment, frame));
    return odd;
  });
}

function completeSegments(bytes: Uint8Array): JpegSegment[] {
  const segments: JpegSegment[] = [];
  try {
    for (const segment of jpegSegments(bytes)) {
      if (segment.end <= bytes.length) segments.push(segment);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return segments;
}

function strayBytes({ stray, at }: JpegSegment): JpegOddity[] {
  if (stray === 0) return [];
  const text = `${stray} stray byte${stray === 1 ? '' : 's'} between two segments`;
  return [{ text, at: at - stray, count: stray, by: [] }];
}

function jfifRevision(bytes: Uint8Array, { data, end }: JpegSegment): JpegOddity[] {
  const [major, minor] = bytes.subarray(data + 5);
  if (end - data < 14 || !startsWith(bytes, data, 'JFIF\0') || major === 1) return [];
  return [{ text: `the JFIF revision ${major}.${minor}`, at: data + 5, count: 1, by: [1] }];
}

/** libjpeg takes an unknown transform for the usual one: YCbCr for three components, YCCK for four. */
function adobeTransform(
  bytes: Uint8Array,
  { data, end }: JpegSegment,
  frame: JpegSegment | undefined,
): JpegOddity[] {
  if (frame === undefined || end - data < 12 || !startsWith(bytes, data, 'Adobe')) return [];
  const usual = bytes[frame.data + 5] === 4 ? 2 : 1;
  const transform = bytes[data + 11]!;
  if (transform === 0 || transform === usual) return [];
  const text = `the unknown Adobe colour transform ${transform}`;
  return [{ text, at: data + 11, count: 1, by: [usual] }];
}

/** The range of coefficients in the scan of a sequential frame, which some cameras leave at zero. */
function scanParameters(
  bytes: Uint8Array,
  { data, end }: JpegSegment,
  frame: JpegSegment | undefined,
): JpegOddity[] {
  const at = end - WHOLE_SCAN.length;
  if (frame === undefined || !SEQUENTIAL.includes(frame.marker) || at < data) return [];
  if (WHOLE_SCAN.every((value, index) => bytes[at + index] === value)) return [];
  return [{ text: 'wrong parameters of the scan', at, count: WHOLE_SCAN.length, by: WHOLE_SCAN }];
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return String.fromCharCode(...bytes.subarray(at, at + text.length)) === text;
}
