import { viewOf } from '../headers/view-of.ts';

/** The size and channels of a JPEG file that the kernels decode. */
export interface PlainFrame {
  readonly width: number;
  readonly height: number;
  /** The columns and rows of luma that one sample of chroma covers. */
  readonly across: number;
  readonly down: number;
  /** Of each channel: its name in the file and the index of its quantiser. One channel is grey, three are YCbCr. */
  readonly channels: readonly { readonly id: number; readonly quantiser: number }[];
}

/** Chroma at full size, at half the width, and at half the width and height, as horizontal and vertical sampling of luma. */
const LUMA_SAMPLINGS = [0x11, 0x21, 0x22];
const RGB = [0x52, 0x47, 0x42];

/** Reads the segment of a sequential frame. Returns `undefined` for all that the kernels do not decode. */
export function plainFrame(segment: Uint8Array): PlainFrame | undefined {
  const view = viewOf(segment);
  const count = view.getUint8(5);
  const height = view.getUint16(1);
  const width = view.getUint16(3);
  if (view.getUint8(0) !== 8 || segment.length !== 6 + 3 * count) return undefined;
  if (height === 0 || width === 0) return undefined;
  const entries = Array.from({ length: count }, (_, index) => ({
    id: view.getUint8(6 + 3 * index),
    sampling: view.getUint8(7 + 3 * index),
    quantiser: view.getUint8(8 + 3 * index),
  }));
  const samplings = entries.map(({ sampling }) => sampling);
  if (!isPlain(samplings) || entries.every(({ id }, index) => id === RGB[index])) return undefined;
  const luma = count === 1 ? 0x11 : samplings[0]!;
  return { width, height, across: luma >> 4, down: luma & 15, channels: entries };
}

/** One channel is stored at full size whatever its sampling says. */
function isPlain(samplings: readonly number[]): boolean {
  const [luma = 0, ...chroma] = samplings;
  if (chroma.length === 0) return [...LUMA_SAMPLINGS, 0x12].includes(luma);
  return (
    chroma.length === 2 &&
    LUMA_SAMPLINGS.includes(luma) &&
    chroma.every((sampling) => sampling === 0x11)
  );
}
