import { chromaSize, Frame, outputSide } from './frame';
import { colourRow, greyRow } from './colour-row';
import { chroma, chromaBytes, chromaStride, luma, lumaStride } from './layout';
import { placeRow, rowTarget } from './place-row';
import { wideColourRow } from './wide-colour-row';

/** Writes rows of pixels from the planes, which begin with the first of these rows. */
export function writeRows(frame: Frame, first: i32, count: i32): void {
  const width = outputSide(frame, frame.width);
  const isWide = frame.across === 2 && chromaSize(frame) === frame.size;
  if (isWide && frame.size === 1) doubleChroma((width + 1) >> 1);
  else if (isWide) padChroma((width + 1) >> 1);
  const isFiltered = isWide && frame.size > 1;
  for (let row = 0; row < count; row++) {
    const y = luma + <usize>row * lumaStride;
    const target = rowTarget(frame, first + row);
    if (frame.channels === 1) {
      greyRow(y, target, width);
    } else if (isFiltered) {
      wideRow(frame, row, target);
    } else {
      const blue = chromaRow(row);
      colourRow(y, blue, blue + chromaBytes, target, width);
    }
    placeRow(frame, first + row);
  }
}

function wideRow(frame: Frame, row: i32, target: usize): void {
  const y = luma + <usize>row * lumaStride;
  const down = frame.down;
  const width = outputSide(frame, frame.width);
  const near = row / down;
  const isUpper = (row & 1) === 0;
  const last = (frame.height - 1) >> 1;
  const far = down === 1 ? near : isUpper ? max(near - 1, 0) : min(near + 1, last);
  wideColourRow(y, chromaRow(near), chromaRow(far), down, target, width);
}

function chromaRow(row: i32): usize {
  return chroma + <usize>row * chromaStride;
}

/** Writes the first sample of each row before it, and the last one after it. */
function padChroma(width: usize): void {
  const end = chroma + 2 * chromaBytes;
  for (let row = chroma; row < end; row += chromaStride) {
    store<u8>(row - 1, load<u8>(row));
    store<u8>(row + width, load<u8>(row + width - 1));
  }
}

/** Writes each sample of chroma twice, as libjpeg widens it at 1/8. */
function doubleChroma(width: usize): void {
  const end = chroma + 2 * chromaBytes;
  for (let row = chroma; row < end; row += chromaStride) {
    for (let x = width; x > 0; x--) {
      const sample = load<u8>(row + x - 1);
      store<u8>(row + 2 * x - 2, sample);
      store<u8>(row + 2 * x - 1, sample);
    }
  }
}
