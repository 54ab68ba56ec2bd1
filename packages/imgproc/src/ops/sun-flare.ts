import type { Rng } from '@sprout/core';
import { z } from 'zod';
import { type Reflection, sunFlare as blend } from '../kernels/sun-flare.ts';
import { colour } from '../op-contract/colour.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { type Bounded, firstOutside, wrongCount } from '../op-contract/first-outside.ts';
import { interval } from '../op-contract/interval.ts';
import { drawWhole, wholeInterval } from '../op-contract/whole-interval.ts';

const share = z.number().min(0).max(1);

type Colour = z.output<typeof colour>;

/** Reflections are darker than the sun by up to this share of its largest channel. */
const COLOUR_RANGE = 0.2;
/** The interval of the opacities of reflections. */
const OPACITY = [0.05, 0.2] as const;
/** The largest radius of a reflection, as a share of the height; small ones are more frequent. */
const LARGEST = 0.06;
/** The cube of this number is the smallest radius of a reflection, as a share of `LARGEST`. */
const SMALLEST = 0.1;

export const sunFlare = defineOp({
  description:
    'Draws the sun and its reflections in a lens. The model is `overlay` of `RandomSunFlare` of albumentations 2.0.8. There the radius of the glow is in pixels, and reflections are blended several times; here all lengths are shares of the image, and each disc is blended once.',
  schema: z.strictObject({
    op: z.literal('sun-flare'),
    right: interval(0, 1)
      .default([0, 1])
      .describe('The place of the sun, as a share of the width from the left.'),
    down: interval(0, 1)
      .default([0, 0.5])
      .describe('The place of the sun, as a share of the height from the top.'),
    radius: interval(0, 2)
      .default([0.3, 0.6])
      .describe('The radius of the glow, as a share of the longer side.'),
    colour: colour.default([255, 255, 255]).describe('The colour of the sun: red, green and blue.'),
    degrees: interval(-360, 360)
      .default([0, 360])
      .describe(
        'The direction from the sun to its reflections, in degrees: 0 is to the right, 90 downwards.',
      ),
    reflections: wholeInterval(0, 50).default([6, 10]).describe('The number of reflections.'),
  }),
  numbers: z.strictObject({
    right: z.number(),
    down: z.number(),
    radius: z.number(),
    colour,
    reflections: z
      .array(
        z.strictObject({
          right: z.number(),
          down: z.number(),
          radius: share,
          opacity: share,
          colour,
        }),
      )
      .readonly(),
  }),
  draw: (spec, rng) => {
    const right = rng.uniform(...spec.right);
    const down = rng.uniform(...spec.down);
    const angle = (rng.uniform(...spec.degrees) * Math.PI) / 180;
    const reflection = (): Reflection => {
      const distance = rng.uniform(0, 1) - right; // from the sun, as a share of the width and of the height
      return {
        right: right + distance * Math.cos(angle),
        down: down + distance * Math.sin(angle),
        radius: LARGEST * rng.uniform(SMALLEST, 1) ** 3,
        opacity: rng.uniform(...OPACITY),
        colour: darker(spec.colour, rng),
      };
    };
    const count = drawWhole(rng, spec.reflections);
    return {
      right,
      down,
      radius: rng.uniform(...spec.radius),
      colour: spec.colour,
      reflections: Array.from({ length: count }, reflection),
    };
  },
  checkDrawn: ({ right, down, colour: sun, reflections }, _within, spec) =>
    wrongCount({ op: 'sun-flare', field: 'reflections' }, reflections.length, spec.reflections) ??
    firstOutside('sun-flare', [
      ...sun.map((value, at): Bounded => [
        `colour.${at}`,
        value,
        [spec.colour[at]!, spec.colour[at]!],
      ]),
      ...reflections.flatMap((each, at) =>
        boundsOf(each, { field: `reflections.${at}`, right, down, colour: spec.colour }),
      ),
    ]),
  setUp: () => ({ apply: (source, numbers) => blend(source, numbers) }),
});

function darker([r, g, b]: Colour, rng: Rng): Colour {
  const range = rangeOf([r, g, b]);
  const channel = (value: number): number => drawWhole(rng, [Math.max(0, value - range), value]);
  return [channel(r), channel(g), channel(b)];
}

function rangeOf(colourOfSun: Colour): number {
  return Math.trunc(Math.max(...colourOfSun) * COLOUR_RANGE);
}

interface Sun {
  readonly field: string;
  readonly right: number;
  readonly down: number;
  readonly colour: Colour;
}

/** The numbers of a reflection with the intervals that they were drawn from. Its distance from the sun is at most 1. */
function boundsOf(each: Reflection, { field, right, down, colour: ofSun }: Sun): Bounded[] {
  const range = rangeOf(ofSun);
  return [
    [`${field}.right`, each.right, [right - 1, right + 1]],
    [`${field}.down`, each.down, [down - 1, down + 1]],
    [`${field}.radius`, each.radius, [LARGEST * SMALLEST ** 3, LARGEST]],
    [`${field}.opacity`, each.opacity, OPACITY],
    ...each.colour.map((value, at): Bounded => {
      const most = ofSun[at]!;
      return [`${field}.colour.${at}`, value, [Math.max(0, most - range), most]];
    }),
  ];
}
