import { bitsLeft, DAMAGED, readBlock, startReading } from './block';
import { channelAt, resetPredictions, setUpChannel } from './channel';
import { colourRow, greyRow } from './colour-row';
import { Frame, tableOf } from './frame';
import { inverseDct, inverseDctOfMean } from './inverse-dct';
import {
  BLOCK,
  chroma,
  chromaBytes,
  chromaStride,
  FRAME,
  layOut,
  luma,
  lumaStride,
  result,
  SCAN,
  segment,
} from './layout';
import { makeLookup } from './lookup';
import { copySegment, segmentEnd } from './segment';
import { wideColourRow } from './wide-colour-row';

const RESTART: i32 = 0xd0;
const END: i32 = 0xd9;

/**
 * Decodes a JPEG file with one sequential scan.
 *
 * @returns The address of the pixels, `[height, width, 3]`, or 0 if the data is damaged, or differs from the plainest form in any
 * other way.
 */
export function decodeJpeg(): usize {
  const frame = changetype<Frame>(FRAME);
  const unitsAcross = (frame.width + 8 * frame.across - 1) / (8 * frame.across);
  const unitsDown = (frame.height + 8 * frame.down - 1) / (8 * frame.down);
  if (!layOut(frame, unitsAcross, unitsDown) || !setUpChannels(frame)) return 0;
  memory.fill(BLOCK, 0, 128);
  const units = unitsAcross * unitsDown;
  const interval = frame.restartInterval === 0 ? units : frame.restartInterval;
  const end = SCAN + <usize>frame.length;
  let from = SCAN;
  for (let unit = 0, part = 0; unit < units; unit += interval, part++) {
    const marker = copySegment(from, end);
    if (marker === end) return 0;
    resetPredictions();
    startReading(segment);
    const last = min(units, unit + interval);
    for (let number = unit; number < last; number++) {
      if (!readUnit(frame, number % unitsAcross, number / unitsAcross)) return 0;
      if (bitsLeft(segmentEnd) < 0) return 0;
    }
    if (bitsLeft(segmentEnd) >= 8) return 0;
    if (<i32>load<u8>(marker, 1) !== (last === units ? END : RESTART + (part & 7))) return 0;
    from = marker + 2;
  }
  writePixels(frame);
  return result;
}

function setUpChannels(frame: Frame): bool {
  for (let channel = 0; channel < frame.channels; channel++) {
    setUpChannel(frame, channel);
    if (!makeLookup(tableOf(frame.directTables, channel))) return false;
    if (!makeLookup(4 + tableOf(frame.alternatingTables, channel))) return false;
  }
  return true;
}

/** Decodes one minimum coded unit: the blocks of luma and then those of chroma. */
function readUnit(frame: Frame, column: i32, row: i32): bool {
  for (let y = 0; y < frame.down; y++) {
    for (let x = 0; x < frame.across; x++) {
      const top = <usize>(row * frame.down + y) * 8;
      const left = <usize>(column * frame.across + x) * 8;
      if (!decodeBlock(0, luma + top * lumaStride + left, lumaStride)) return false;
    }
  }
  const offset = <usize>row * 8 * chromaStride + <usize>column * 8;
  for (let channel = 1; channel < frame.channels; channel++) {
    const plane = chroma + <usize>(channel - 1) * chromaBytes;
    if (!decodeBlock(channel, plane + offset, chromaStride)) return false;
  }
  return true;
}

function decodeBlock(channel: i32, target: usize, stride: usize): bool {
  const offsets = readBlock(channelAt(channel));
  if (offsets > 0) inverseDct(offsets, target, stride);
  else if (offsets === 0) inverseDctOfMean(target, stride);
  return offsets !== DAMAGED;
}

function writePixels(frame: Frame): void {
  const width = frame.width;
  if (frame.across === 2) padChroma((width + 1) >> 1);
  let target = result;
  let y = luma;
  for (let row = 0; row < frame.height; row++, y += lumaStride, target += 3 * <usize>width) {
    if (frame.channels === 1) {
      greyRow(y, target, width);
    } else if (frame.across === 1) {
      const blue = chroma + <usize>row * chromaStride;
      colourRow(y, blue, blue + chromaBytes, target, width);
    } else {
      const near = row / frame.down;
      const isUpper = (row & 1) === 0;
      const last = (frame.height - 1) >> 1;
      const far = frame.down === 1 ? near : isUpper ? max(near - 1, 0) : min(near + 1, last);
      wideColourRow(y, chromaRow(near), chromaRow(far), frame.down, target, width);
    }
  }
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
