import { type GifBlock, gifBlocks, paletteSize } from './gif-blocks.ts';
import { viewOf } from './view-of.ts';

const HEADER = 13;
const IMAGE_HEADER = 10;
const CONTROL = 0xf9;

/** The first frame of a GIF file. */
export interface GifFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The colours of its palette; `undefined` where the file has none. */
  readonly palette: Uint8Array | undefined;
  readonly paletteIsOwn: boolean;
  /** The index of the colour that is transparent. */
  readonly transparent: number | undefined;
  /** The offsets of the flags that say that a colour is transparent. */
  readonly transparencyFlags: readonly number[];
  readonly end: number;
}

/** The first frame of a GIF file; `undefined` where the file ends within it. */
export function gifFrame(bytes: Uint8Array): GifFrame | undefined {
  const controls: number[] = [];
  try {
    for (const block of gifBlocks(bytes)) {
      if (block.kind === 'image') return frameOf(bytes, block, controls);
      if (isTransparency(bytes, block.at)) controls.push(block.at);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

function isTransparency(bytes: Uint8Array, at: number): boolean {
  return bytes[at + 1] === CONTROL && bytes[at + 2]! >= 4 && (bytes[at + 3]! & 1) === 1;
}

function frameOf(bytes: Uint8Array, { at, end }: GifBlock, controls: readonly number[]): GifFrame {
  const view = viewOf(bytes);
  const own = paletteOf(bytes, at + 9, at + IMAGE_HEADER);
  const last = controls.at(-1);
  return {
    left: view.getUint16(at + 1, true),
    top: view.getUint16(at + 3, true),
    width: view.getUint16(at + 5, true),
    height: view.getUint16(at + 7, true),
    palette: own ?? paletteOf(bytes, 10, HEADER),
    paletteIsOwn: own !== undefined,
    transparent: last === undefined ? undefined : bytes[last + 6],
    transparencyFlags: controls.map((control) => control + 3),
    end,
  };
}

function paletteOf(bytes: Uint8Array, flags: number, at: number): Uint8Array | undefined {
  const size = paletteSize(bytes[flags]!);
  return size === 0 ? undefined : bytes.subarray(at, at + size);
}
