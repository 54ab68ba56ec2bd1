import { MOST_PARTS, TooManyParts } from './part-limit.ts';
import { viewOf } from './view-of.ts';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const HEADER = 13;
const IMAGE_HEADER = 10;

/** An extension, or an image with its palette and data. */
export interface GifBlock {
  readonly kind: 'extension' | 'image';
  readonly at: number;
  readonly end: number;
}

/**
 * The blocks of a GIF file, up to its end mark.
 *
 * @throws {RangeError} where the file ends before it, or is damaged.
 * @throws {TooManyParts}
 */
export function* gifBlocks(bytes: Uint8Array): Generator<GifBlock, void, undefined> {
  const view = viewOf(bytes);
  let at = HEADER + paletteSize(view.getUint8(10));
  for (let count = 1; ; count++) {
    if (count > MOST_PARTS) throw new TooManyParts('GIF blocks');
    const mark = view.getUint8(at);
    if (mark === 0x3b) return;
    if (mark !== EXTENSION && mark !== IMAGE) throw new RangeError(`no block begins with ${mark}`);
    const isImage = mark === IMAGE;
    const data = isImage ? imageData(view, at) : at + 2;
    const end = dataEnd(view, data);
    yield { kind: isImage ? 'image' : 'extension', at, end };
    at = end;
  }
}

/** The size of a palette in bytes, from the flags of its header. 0 if there is none. */
export function paletteSize(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * (2 << (flags & 7));
}

/** The offset of the data sub-blocks of an image: after its palette and the LZW code size. */
function imageData(view: DataView, at: number): number {
  return at + IMAGE_HEADER + paletteSize(view.getUint8(at + 9)) + 1;
}

function dataEnd(view: DataView, from: number): number {
  let at = from;
  while (view.getUint8(at) > 0) at += 1 + view.getUint8(at);
  return at + 1;
}
