import type { ImageHeader } from './image-header.ts';
import { exifOrientation } from './tiff.ts';
import { tagAt, viewOf } from './view-of.ts';

const APP1 = 0xe1;
const START_OF_SCAN = 0xda;
/** C0 to CF start a frame, except for the tables DHT and DAC and the reserved JPG. */
const NOT_FRAMES = [0xc4, 0xc8, 0xcc];

/** The header of a JPEG file; without a frame its size is 0. @throws {RangeError} where it ends too early. */
export function jpegHeader(bytes: Uint8Array): ImageHeader {
  const view = viewOf(bytes);
  let orientation = 1;
  let at = 2;
  for (;;) {
    while (view.getUint8(at) !== 0xff) at++;
    while (view.getUint8(at) === 0xff) at++;
    const marker = view.getUint8(at++);
    if (standsAlone(marker)) continue;
    const length = view.getUint16(at);
    if (marker === START_OF_SCAN) break;
    if (isFrame(marker)) return { ...frame(view, at + 2), orientation };
    if (marker === APP1)
      orientation = orientationOf(bytes.subarray(at + 2, at + length), orientation);
    at += length;
  }
  return {
    format: 'jpeg',
    height: 0,
    width: 0,
    bitDepth: 0,
    channels: 0,
    orientation,
    plain: false,
  };
}

/** Whether a marker has no segment after it. */
function standsAlone(marker: number): boolean {
  return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && !NOT_FRAMES.includes(marker);
}

function frame(view: DataView, at: number): Omit<ImageHeader, 'orientation'> {
  return {
    format: 'jpeg',
    bitDepth: view.getUint8(at),
    height: view.getUint16(at + 1),
    width: view.getUint16(at + 3),
    channels: view.getUint8(at + 5),
    plain: false,
  };
}

function orientationOf(segment: Uint8Array, otherwise: number): number {
  if (segment.length < 6 || tagAt(viewOf(segment), 0) !== 'Exif') return otherwise;
  return exifOrientation(segment.subarray(6));
}
