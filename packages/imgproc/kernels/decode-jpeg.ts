import { bitsLeft, startReading } from './bits';
import { DAMAGED, readBlock } from './block';
import { Channel, channelAt, resetPredictions, setUpChannels } from './channel';
import { chromaSize, Frame, outputSide } from './frame';
import { inverseDct, inverseDctOfMean } from './inverse-dct';
import { inverseDctToFour, inverseDctToTwo, reducedMean } from './inverse-dct-reduced';
import {
  BLOCK,
  chroma,
  chromaBytes,
  chromaStride,
  FRAME,
  layOut,
  luma,
  lumaStride,
  PART,
  result,
  SCAN,
  segment,
} from './layout';
import { readMeanOnly, readReduced } from './read-reduced';
import { copySegment, segmentEnd } from './segment';
import { writeRows } from './write-rows';

const RESTART: i32 = 0xd0;
const END: i32 = 0xd9;

/**
 * Decodes a JPEG file with one sequential scan, at the size and orientation that the frame says.
 *
 * @returns The address of the pixels, `[height, width, 3]`, or 0 if the data is damaged, or differs from the plainest form in any
 * other way.
 */
export function decodeJpeg(): usize {
  const frame = changetype<Frame>(FRAME);
  const unitsAcross = (frame.width + 8 * frame.across - 1) / (8 * frame.across);
  const unitsDown = (frame.height + 8 * frame.down - 1) / (8 * frame.down);
  /** The planes then hold all rows, because the filter of chroma needs the rows above and below. */
  const isWhole = frame.size === 8;
  if (!layOut(frame, unitsAcross, isWhole ? unitsDown : 1) || !setUpChannels(frame)) return 0;
  memory.fill(BLOCK, 0, 128);
  memory.fill(PART, 0, 128);
  const units = unitsAcross * unitsDown;
  const interval = frame.restartInterval === 0 ? units : frame.restartInterval;
  const end = SCAN + <usize>frame.length;
  const height = outputSide(frame, frame.height);
  const rows = frame.down * frame.size;
  let from = SCAN;
  let column = 0;
  let row = 0;
  for (let unit = 0, part = 0; unit < units; unit += interval, part++) {
    const marker = copySegment(from, end);
    if (marker === end) return 0;
    resetPredictions();
    startReading(segment);
    const last = min(units, unit + interval);
    for (let number = unit; number < last; number++) {
      if (!readUnit(frame, column, isWhole ? row : 0)) return 0;
      if (bitsLeft(segmentEnd) < 0) return 0;
      if (++column < unitsAcross) continue;
      if (!isWhole) writeRows(frame, row * rows, min(rows, height - row * rows));
      column = 0;
      row++;
    }
    if (bitsLeft(segmentEnd) >= 8) return 0;
    if (<i32>load<u8>(marker, 1) !== (last === units ? END : RESTART + (part & 7))) return 0;
    from = marker + 2;
  }
  if (isWhole) writeRows(frame, 0, height);
  return result;
}

/** Decodes one minimum coded unit: the blocks of luma and then those of chroma. */
function readUnit(frame: Frame, column: i32, row: i32): bool {
  const size = frame.size;
  for (let y = 0; y < frame.down; y++) {
    for (let x = 0; x < frame.across; x++) {
      const top = <usize>((row * frame.down + y) * size);
      const left = <usize>((column * frame.across + x) * size);
      if (!decodeBlock(channelAt(0), luma + top * lumaStride + left, lumaStride)) return false;
    }
  }
  const across = chromaSize(frame);
  const offset = <usize>(row * across) * chromaStride + <usize>(column * across);
  for (let channel = 1; channel < frame.channels; channel++) {
    const plane = chroma + <usize>(channel - 1) * chromaBytes;
    if (!decodeBlock(channelAt(channel), plane + offset, chromaStride)) return false;
  }
  return true;
}

function decodeBlock(channel: Channel, target: usize, stride: usize): bool {
  const size = channel.size;
  if (size === 8) {
    const offsets = readBlock(channel);
    if (offsets > 0) inverseDct(offsets, target, stride);
    else if (offsets === 0) inverseDctOfMean(target, stride);
    return offsets !== DAMAGED;
  }
  const found = size === 1 ? readMeanOnly(channel) : readReduced(channel);
  if (found === 0) reducedMean(size, target, stride);
  else if (found === DAMAGED) return false;
  else if (size === 2) inverseDctToTwo(target, stride);
  else inverseDctToFour(target, stride);
  return true;
}
