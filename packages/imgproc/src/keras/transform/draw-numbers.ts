import type { KerasNumbers } from './keras-numbers.ts';
import type { KerasTraits } from './traits.ts';

/** The draws that Keras needs: those of `numpyRandom`, or of `rngAt`. */
export interface KerasRandom {
  uniform(low: number, high: number): number;
  integer(count: number): number;
}

/**
 * The range of a shift: a share of the side below 1, a list of values of which one is drawn, a whole number `k` for -(k - 1) to
 * k - 1 pixels, or another number of pixels to either side. `{ pixels: 2 }` is the number 2.0 of Python.
 */
export type ShiftRange = number | readonly number[] | { readonly pixels: number };

/** The options of Keras from which numbers are drawn. */
interface KerasRanges {
  readonly rotationRange: number;
  readonly widthShiftRange: ShiftRange;
  readonly heightShiftRange: ShiftRange;
  readonly brightnessRange: readonly [number, number] | null;
  readonly shearRange: number;
  readonly zoomRange: readonly [number, number];
  readonly channelShiftRange: number;
  readonly horizontalFlip: boolean;
  readonly verticalFlip: boolean;
}

export interface DrawOptions {
  /** The size of the image. */
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly traits: KerasTraits;
}

/** Draws the numbers for one image: the draws of `get_random_transform` in its order. */
export function drawNumbers(
  ranges: KerasRanges,
  rng: KerasRandom,
  { height, width, channels, traits }: DrawOptions,
): KerasNumbers {
  const around = (range: number): number => (range === 0 ? 0 : rng.uniform(-range, range));
  const flipped = (enabled: boolean): boolean =>
    (enabled || traits.drawsDisabledFlips) && rng.uniform(0, 1) < 0.5 && enabled;
  const shifts = (): KerasNumbers['channelShift'] => {
    if (ranges.channelShiftRange === 0) return null;
    if (!traits.shiftsEachChannel) return around(ranges.channelShiftRange);
    return Array.from({ length: channels }, () => around(ranges.channelShiftRange));
  };
  const [closest, farthest] = ranges.zoomRange;
  const zoom = (): number => (closest === 1 && farthest === 1 ? 1 : rng.uniform(closest, farthest));
  const geometry = {
    theta: around(ranges.rotationRange),
    tx: drawShift(ranges.heightShiftRange, rng, { side: height, traits }),
    ty: drawShift(ranges.widthShiftRange, rng, { side: width, traits }),
    shear: around(ranges.shearRange),
    zx: zoom(),
    zy: zoom(),
  };
  const early = traits.shiftsEachChannel ? shifts() : null;
  const flips = {
    flipHorizontal: flipped(ranges.horizontalFlip),
    flipVertical: flipped(ranges.verticalFlip),
  };
  const channelShift = traits.shiftsEachChannel ? early : shifts();
  const { brightnessRange } = ranges;
  const brightness = brightnessRange === null ? null : rng.uniform(...brightnessRange);
  return { ...geometry, ...flips, channelShift, brightness };
}

function drawShift(
  range: ShiftRange,
  rng: KerasRandom,
  { side, traits }: { readonly side: number; readonly traits: KerasTraits },
): number {
  if (typeof range === 'object' && 'pixels' in range)
    return rng.uniform(-range.pixels, range.pixels);
  if (typeof range === 'object') {
    if (range.length === 0) return 0;
    const value = range[rng.integer(range.length)]! * sign(rng); // the index is below the length
    return Math.max(...range) < 1 ? value * side : value;
  }
  if (range === 0) return 0;
  if (traits.choosesShifts && Number.isInteger(range)) return rng.integer(range) * sign(rng);
  const value = rng.uniform(-range, range);
  return range < 1 ? value * side : value;
}

function sign(rng: KerasRandom): number {
  return rng.integer(2) === 0 ? -1 : 1;
}
