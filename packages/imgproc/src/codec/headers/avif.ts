import { type ImageBox, imageBoxAt, imageBoxes } from './image-boxes.ts';
import type { ImageHeader } from './image-header.ts';
import { viewOf } from './view-of.ts';

const SIZE = 'ispe';
const CODEC = 'av1C';
const ALPHA = 'auxC';

/**
 * The header of an AVIF file. Its size is the largest that the file states: that of the image, beside which there may be
 * tiles and thumbnails. The decoder turns the image upright by properties that are not EXIF.
 *
 * @throws {RangeError} where it ends too early.
 */
export function avifHeader(bytes: Uint8Array): ImageHeader {
  const view = viewOf(bytes);
  const properties = propertiesOf(bytes);
  const sizes = properties
    .filter(({ tag, data, end }) => tag === SIZE && end - data >= 12)
    .map(({ data }) => ({ width: view.getUint32(data + 4), height: view.getUint32(data + 8) }));
  const area = ({ width, height }: { width: number; height: number }) => width * height;
  const largest = sizes.sort((a, b) => area(b) - area(a))[0];
  const codec = properties.find(({ tag }) => tag === CODEC);
  return {
    format: 'avif',
    height: largest?.height ?? 0,
    width: largest?.width ?? 0,
    bitDepth: codec === undefined ? 8 : depthIn(view.getUint8(codec.data + 2)),
    channels: properties.some(({ tag }) => tag === ALPHA) ? 4 : 3,
    orientation: 1,
    plain: false,
  };
}

function propertiesOf(bytes: Uint8Array): ImageBox[] {
  const box = imageBoxAt(bytes, 'meta', 'iprp', 'ipco');
  return box === undefined ? [] : [...imageBoxes(bytes, box)];
}

/** The flags `high_bitdepth` and `twelve_bit`. */
function depthIn(flags: number): number {
  if ((flags & 0x40) === 0) return 8;
  return (flags & 0x20) === 0 ? 10 : 12;
}
