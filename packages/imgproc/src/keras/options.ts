import { SproutError } from '@sprout/core';
import { z } from 'zod';
import { border } from '../op-contract/border.ts';
import type { ShiftRange } from './transform/draw-numbers.ts';
import { SPLINE_ORDERS } from './transform/spline-weights.ts';
import { KERAS_COMPATS, traitsOf } from './transform/traits.ts';
import type { FloatImage } from './float-image.ts';

const amount = z.number().min(0);
const pair = z.tuple([z.number(), z.number()]).readonly();
const shift = z.union([
  amount,
  z.array(z.number()).readonly(),
  z.strictObject({ pixels: amount }).readonly(),
]);
type Preprocessing = (image: FloatImage) => FloatImage;

/**
 * The 23 options of Keras' `ImageDataGenerator` with its defaults, and `compat` and `randomness`. A pair of numbers is an interval, a number for
 * `zoomRange` the distance from 1.
 */
const schema = z.strictObject({
  featurewiseCenter: z.boolean().default(false),
  samplewiseCenter: z.boolean().default(false),
  featurewiseStdNormalization: z.boolean().default(false),
  samplewiseStdNormalization: z.boolean().default(false),
  zcaWhitening: z.boolean().default(false),
  zcaEpsilon: amount.default(1e-6),
  /** Degrees to either side. */
  rotationRange: amount.default(0),
  widthShiftRange: shift.default(0),
  heightShiftRange: shift.default(0),
  brightnessRange: pair.nullable().default(null),
  /** Degrees to either side. */
  shearRange: amount.default(0),
  zoomRange: z.union([z.number(), pair]).default(0),
  channelShiftRange: amount.default(0),
  fillMode: border.default('nearest'),
  cval: z.number().default(0),
  horizontalFlip: z.boolean().default(false),
  verticalFlip: z.boolean().default(false),
  rescale: z.number().nullable().default(null),
  /** Called for each image before it is rescaled; in batches of 2.1.5 before it is transformed. It may change the image in place. */
  preprocessingFunction: z
    .custom<Preprocessing>((value) => typeof value === 'function', 'must be a function')
    .nullable()
    .default(null),
  dataFormat: z.enum(['channels-last', 'channels-first']).default('channels-last'),
  validationSplit: z.number().min(0).lt(1).default(0),
  interpolationOrder: z.literal(SPLINE_ORDERS).default(1),
  /** Results are always float32. */
  dtype: z.literal('float32').default('float32'),
  /** The version that is followed: see `KerasCompat`. */
  compat: z.enum(KERAS_COMPATS).default('fixed'),
  /**
   * `addressed`: the numbers of an image depend on the seed, the epoch and the image alone. `numpy`: the draws of Keras from NumPy's
   * generator, in its order, so that a seed gives the batches of Keras.
   */
  randomness: z.enum(['addressed', 'numpy']).default('addressed'),
});

export type KerasOptions = z.input<typeof schema>;
/** Checked options with their defaults. */
export type CheckedKerasOptions = Omit<z.output<typeof schema>, 'zoomRange'> & {
  readonly zoomRange: readonly [number, number];
};

/**
 * Checks the options. ZCA turns `featurewiseCenter` on and `featurewiseStdNormalization` off, and each normalisation turns its centring on.
 *
 * @throws {SproutError} `name-unknown` for an option that does not exist, `option-invalid` for a value out of range.
 */
export function checkKerasOptions(given: KerasOptions): CheckedKerasOptions {
  const { data, error } = schema.safeParse(given);
  if (error !== undefined) throw explained(error, given);
  refuseNewerOptions(data);
  const { zoomRange: zoom, zcaWhitening } = data;
  return Object.freeze({
    ...data,
    zoomRange: typeof zoom === 'number' ? ([1 - zoom, 1 + zoom] as const) : zoom,
    featurewiseStdNormalization: data.featurewiseStdNormalization && !zcaWhitening,
    featurewiseCenter: data.featurewiseCenter || zcaWhitening || data.featurewiseStdNormalization,
    samplewiseCenter: data.samplewiseCenter || data.samplewiseStdNormalization,
  });
}

/** Refuses values that Keras 2.1.5 did not have. */
function refuseNewerOptions(options: z.output<typeof schema>): void {
  if (traitsOf(options.compat).choosesShifts) return;
  const refuse = (option: string, value: unknown, rule: string): never => {
    throw new SproutError('option-invalid', {
      option,
      value: JSON.stringify(value),
      rule: `${rule} in keras-2.1.5`,
    });
  };
  for (const option of ['widthShiftRange', 'heightShiftRange'] as const) {
    const range: ShiftRange = options[option];
    if (typeof range !== 'number') refuse(option, range, 'a number');
  }
  const { interpolationOrder } = options;
  if (interpolationOrder !== 1) refuse('interpolationOrder', interpolationOrder, '1');
}

/** The first fault of the options. An option that does not exist comes before a value out of range. */
function explained(error: z.ZodError, given: object): SproutError {
  const unknown = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
  );
  const [name] = unknown;
  if (name !== undefined) {
    const known = Object.keys(schema.shape);
    return new SproutError('name-unknown', { kind: 'option of the image generator:', name, known });
  }
  const [issue] = error.issues;
  const option = String(issue?.path[0]);
  const value = Object.entries(given).find(([each]) => each === option)?.[1] as unknown; // any, to unknown
  const rule = `valid (${issue?.message})`;
  return new SproutError('option-invalid', { option, value: shown(value), rule });
}

function shown(value: unknown): string {
  return typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
}
