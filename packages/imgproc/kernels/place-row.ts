import { Frame, outputSide } from './frame';
import { line, result } from './layout';

/** The address to which a row of pixels is written before `placeRow`: its own, if the image is upright. */
export function rowTarget(frame: Frame, row: i32): usize {
  return frame.orientation === 1
    ? result + 3 * <usize>(outputSide(frame, frame.width) * row)
    : line;
}

/** Copies the row of pixels that was written last to its place in the upright image. */
export function placeRow(frame: Frame, row: i32): void {
  const orientation = frame.orientation;
  if (orientation === 1) return;
  const width = outputSide(frame, frame.width);
  const height = outputSide(frame, frame.height);
  const isTurned = orientation >= 5;
  const isReversed = isTurned ? orientation >= 7 : orientation <= 3;
  const isFromEnd = isTurned ? orientation === 6 || orientation === 7 : orientation >= 3;
  const place = isFromEnd ? height - 1 - row : row;
  const first = isReversed ? width - 1 : 0;
  const step = 3 * (isTurned ? height : 1);
  const start = isTurned ? first * height + place : place * width + first;
  copyPixels(result + 3 * <usize>start, isReversed ? -step : step, width);
}

function copyPixels(target: usize, step: isize, count: i32): void {
  const end = line + 3 * <usize>count;
  for (let from = line; from < end; from += 3, target += step) {
    store<u16>(target, load<u16>(from));
    store<u8>(target, load<u8>(from, 2), 2);
  }
}
