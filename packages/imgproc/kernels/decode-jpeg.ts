import { hasEndedAt, readBlock, startReading } from './block';
import { widenRow } from './chroma-row';
import { colourRow, greyRow } from './colour-row';
import { Frame, tableOf } from './frame';
import { inverseDct, inverseDctOfMean } from './inverse-dct';
import {
  BLOCK,
  blueRow,
  chroma,
  chromaBytes,
  chromaStride,
  FRAME,
  layOut,
  lookupAt,
  luma,
  lumaStride,
  QUANTISERS,
  redRow,
  result,
  SCAN,
  segment,
} from './layout';
import { makeLookup } from './lookup';
import { copySegment, segmentEnd } from './segment';

const RESTART: i32 = 0xd0;
const END: i32 = 0xd9;

/** The last DC coefficient of each channel. */
const PREDICTIONS = memory.data<i32>([0, 0, 0]);

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
  if (!layOut(frame, unitsAcross, unitsDown) || !makeLookups(frame)) return 0;
  memory.fill(BLOCK, 0, 128);
  const units = unitsAcross * unitsDown;
  const interval = frame.restartInterval === 0 ? units : frame.restartInterval;
  const end = SCAN + <usize>frame.length;
  let from = SCAN;
  for (let unit = 0, part = 0; unit < units; unit += interval, part++) {
    const marker = copySegment(from, end);
    if (marker === end) return 0;
    memory.fill(PREDICTIONS, 0, 12);
    startReading(segment);
    const last = min(units, unit + interval);
    for (let number = unit; number < last; number++) {
      if (!readUnit(frame, number % unitsAcross, number / unitsAcross)) return 0;
    }
    if (!hasEndedAt(segmentEnd)) return 0;
    if (<i32>load<u8>(marker, 1) !== (last === units ? END : RESTART + (part & 7))) return 0;
    from = marker + 2;
  }
  writePixels(frame);
  return result;
}

function makeLookups(frame: Frame): bool {
  for (let channel = 0; channel < frame.channels; channel++) {
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
      if (!decodeBlock(frame, 0, luma + top * lumaStride + left)) return false;
    }
  }
  const offset = <usize>row * 8 * chromaStride + <usize>column * 8;
  for (let channel = 1; channel < frame.channels; channel++) {
    const plane = chroma + <usize>(channel - 1) * chromaBytes;
    if (!decodeBlock(frame, channel, plane + offset)) return false;
  }
  return true;
}

function decodeBlock(frame: Frame, channel: i32, target: usize): bool {
  const used = readBlock(
    QUANTISERS + 64 * tableOf(frame.quantisers, channel),
    lookupAt(tableOf(frame.directTables, channel)),
    lookupAt(4 + tableOf(frame.alternatingTables, channel)),
    PREDICTIONS + 4 * <usize>channel,
  );
  const stride = channel === 0 ? lumaStride : chromaStride;
  if (used > 1) inverseDct(target, stride);
  else if (used === 1) inverseDctOfMean(target, stride);
  return used > 0;
}

function writePixels(frame: Frame): void {
  const width = frame.width;
  let target = result;
  let y = luma;
  for (let row = 0; row < frame.height; row++, y += lumaStride, target += 3 * <usize>width) {
    if (frame.channels === 1) {
      greyRow(y, target, width);
    } else if (frame.across === 1) {
      const blue = chroma + <usize>row * chromaStride;
      colourRow(y, blue, blue + chromaBytes, target, width);
    } else {
      widenChroma(frame, row);
      colourRow(y, blueRow, redRow, target, width);
    }
  }
}

/** Computes both rows of chroma that belong to a row of the image. */
function widenChroma(frame: Frame, row: i32): void {
  const halfWidth = (frame.width + 1) >> 1;
  let near = row;
  let far = -1;
  if (frame.down === 2) {
    const last = (frame.height - 1) >> 1;
    near = row >> 1;
    far = (row & 1) === 0 ? max(near - 1, 0) : min(near + 1, last);
  }
  const nearRow = chroma + <usize>near * chromaStride;
  const farRow = far < 0 ? <usize>0 : chroma + <usize>far * chromaStride;
  widenRow(nearRow, farRow, halfWidth, blueRow);
  widenRow(nearRow + chromaBytes, far < 0 ? <usize>0 : farRow + chromaBytes, halfWidth, redRow);
}
