import type { KerasNumbers } from '../keras/transform/keras-numbers.ts';
import { type KerasCompat, traitsOf } from '../keras/transform/traits.ts';
import type { DrawnFault } from '../op-contract/drawn-fault.ts';
import { type Bounded, firstOutside } from '../op-contract/first-outside.ts';

/** The fields of the spec that numbers are drawn from. */
export interface KerasRanges {
  readonly compat: KerasCompat;
  readonly rotation: number;
  readonly widthShift: number;
  readonly heightShift: number;
  readonly shear: number;
  readonly zoom: readonly [number, number];
  readonly channelShift: number;
  readonly brightness: readonly [number, number] | null;
  readonly flipHorizontal: boolean;
  readonly flipVertical: boolean;
}

/** Why the op `keras` cannot have drawn numbers; `undefined` if it can. */
export function kerasFault(drawn: KerasNumbers, spec: KerasRanges): DrawnFault | undefined {
  return missing(drawn, spec) ?? outside(drawn, spec);
}

/** A flip that is switched off, a number that is drawn and must be `null` or the reverse, or shifts for the wrong number of channels. */
function missing(drawn: KerasNumbers, spec: KerasRanges): DrawnFault | undefined {
  const op = 'keras';
  for (const field of ['flipHorizontal', 'flipVertical'] as const) {
    if (drawn[field] && !spec[field])
      return { op, field, reason: 'it must be false, as the augmentation does not flip' };
  }
  const isDrawn = { channelShift: spec.channelShift > 0, brightness: spec.brightness !== null };
  for (const field of ['channelShift', 'brightness'] as const) {
    if ((drawn[field] !== null) === isDrawn[field]) continue;
    const reason = isDrawn[field]
      ? 'it must not be null, as the augmentation draws it'
      : 'it must be null, as the augmentation does not draw it';
    return { op, field, reason };
  }
  const { shiftsEachChannel } = traitsOf(spec.compat);
  if (drawn.channelShift === null || Array.isArray(drawn.channelShift) === shiftsEachChannel)
    return undefined;
  const reason = shiftsEachChannel ? 'it must be three numbers' : 'it must be one number';
  return { op, field: 'channelShift', reason: `${reason} with ${spec.compat}` };
}

function outside(drawn: KerasNumbers, spec: KerasRanges): DrawnFault | undefined {
  const around = (range: number): [number, number] => [-range, range];
  const shifts = drawn.channelShift === null ? [] : [drawn.channelShift].flat();
  return firstOutside('keras', [
    ['theta', drawn.theta, around(spec.rotation)],
    ['tx', drawn.tx, around(spec.heightShift)],
    ['ty', drawn.ty, around(spec.widthShift)],
    ['shear', drawn.shear, around(spec.shear)],
    ['zx', drawn.zx, spec.zoom],
    ['zy', drawn.zy, spec.zoom],
    ...shifts.map((shift): Bounded => ['channelShift', shift, around(spec.channelShift)]),
  ]);
}
