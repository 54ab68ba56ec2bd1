import { ORIENTATION, validOrientation } from './exif-orientation.ts';
import type { ImageHeader } from './image-header.ts';
import { tiffOddity } from './tiff-oddity.ts';
import { tiffTags } from './tiff-tags.ts';

const WIDTH = 256;
const HEIGHT = 257;
const BITS = 258;
const SAMPLES = 277;

/** The header of a TIFF file's first page. @throws {RangeError} where it ends too early. */
export function tiffHeader(bytes: Uint8Array): ImageHeader {
  const tags = tiffTags(bytes);
  const oddity = tiffOddity(bytes);
  return {
    format: 'tiff',
    height: tags.get(HEIGHT) ?? 0,
    width: tags.get(WIDTH) ?? 0,
    bitDepth: tags.get(BITS) ?? 1,
    channels: tags.get(SAMPLES) ?? 1,
    orientation: validOrientation(tags.get(ORIENTATION)),
    plain: false,
    ...(oddity !== undefined && { oddity }),
  };
}
