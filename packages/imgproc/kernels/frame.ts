/** The header of a JPEG file, in the order of `frameFields` in `src/codec/jpeg/decode-plain-jpeg.ts`. */
@unmanaged
export class Frame {
  width!: i32;
  height!: i32;
  /** 1 (grey) or 3 (YCbCr). */
  channels!: i32;
  /** The columns and rows of luma that one sample of chroma covers: 1 or 2. */
  across!: i32;
  down!: i32;
  /** The number of minimum coded units between two restart markers, or 0. */
  restartInterval!: i32;
  /** The number of bytes from the data of the scan to the end of the file. */
  length!: i32;
  /** The tables of the channels, a number of 0 to 3 for each: bits 0 and 1 are those of channel 0, and so on. */
  quantisers!: i32;
  directTables!: i32;
  alternatingTables!: i32;
  /** The pixels across a decoded block of luma: 8, or 4, 2 or 1 for a reduction. */
  size!: i32;
  /** The EXIF orientation: 1 (upright) to 8. */
  orientation!: i32;
}

/** The number of the table of a channel in a field of the frame. */
export function tableOf(numbers: i32, channel: i32): usize {
  return <usize>((numbers >> (2 * channel)) & 3);
}

/**
 * The pixels across a decoded block of chroma. Like libjpeg, chroma at half of both sides is reduced by half as much as luma, so that it
 * is not widened afterwards.
 */
export function chromaSize(frame: Frame): i32 {
  return frame.size < 8 && frame.across === 2 && frame.down === 2 ? 2 * frame.size : frame.size;
}

/** The length of a side of the image after the reduction. */
export function outputSide(frame: Frame, side: i32): i32 {
  return (side * frame.size + 7) >> 3;
}
