import { encodePng } from '@sprout/imgproc';

const SIDE = 8;

/** A PNG in which all pixels differ. */
export function patterned(number: number): Promise<Uint8Array> {
  const data = Uint8Array.from(
    { length: SIDE * SIDE * 3 },
    (_, at) => (at + number * (at >> 2)) & 255,
  );
  return encodePng({ height: SIDE, width: SIDE, channels: 3, data });
}
