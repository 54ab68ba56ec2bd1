import { z } from 'zod';
import { activation, shapeRule, type Shape, type ShapeRule } from './shape-rule.ts';

const flag = z.boolean().nullish();
const same = shapeRule(z.object({}), (input) => ({ output: input }));

const batchNormalisation = z.object({
  axis: z.union([z.int(), z.tuple([z.int().positive()]).transform(([axis]) => axis)]).nullish(),
  scale: flag,
  center: flag,
});

const layerNormalisation = z.object({
  axis: z.union([z.int().transform((axis) => [axis]), z.array(z.int()).min(1)]).nullish(),
  scale: flag,
  center: flag,
});

/** The rules of the layers whose output has the shape of their input, by class. */
export const UNCHANGED_SHAPES: Readonly<Record<string, ShapeRule>> = {
  Activation: shapeRule(z.object({ activation }), (input) => ({ output: input })),
  Dropout: same,
  Rescaling: same,
  ReLU: same,
  LeakyReLU: same,
  ThresholdedReLU: same,
  Softmax: same,
  ELU: shapeRule(z.object({ alpha: z.literal(1).nullish() }), (input) => ({ output: input })),
  PReLU: shapeRule(
    z.object({ shared_axes: z.union([z.int().positive(), z.array(z.int().positive())]).nullish() }),
    (input, { shared_axes: shared }) => {
      const ones = [shared ?? []].flat();
      if (ones.some((axis) => axis > input.length)) return undefined;
      const alpha = input.map((size, index) => (ones.includes(index + 1) ? 1 : size));
      return { output: input, weights: { alpha } };
    },
  ),
  BatchNormalization: shapeRule(batchNormalisation, (input, { axis, scale, center }) => {
    const shape = sizesOf(input, [axis ?? -1]);
    if (shape === undefined) return undefined;
    const learned = scaleAndOffset(shape, { scale, center });
    return {
      output: input,
      weights: { ...learned, moving_mean: shape, moving_variance: shape },
    };
  }),
  LayerNormalization: shapeRule(layerNormalisation, (input, { axis, scale, center }) => {
    const axes = (axis ?? [-1]).map((each) => (each < 0 ? each + input.length + 1 : each));
    const exist = axes.every((each) => each > 0);
    const shape = exist ? sizesOf(input, axes) : undefined;
    if (shape === undefined || new Set(axes).size !== axes.length) return undefined;
    return { output: input, weights: scaleAndOffset(shape, { scale, center }) };
  }),
};

/** The sizes of some axes, the batch being axis 0; `undefined` for axes that do not exist, and for the batch. */
function sizesOf(input: Shape, axes: readonly number[]): Shape | undefined {
  const all = [undefined, ...input];
  const found = axes.map((axis) => all.at(axis));
  const isKnown = axes.every((axis) => axis >= -all.length && axis < all.length);
  return isKnown && found.every((size) => size !== undefined) ? found : undefined;
}

function scaleAndOffset(
  shape: Shape,
  {
    scale,
    center,
  }: { readonly scale?: boolean | null | undefined; readonly center?: boolean | null | undefined },
): Record<string, Shape> {
  return {
    ...(scale === false ? {} : { gamma: shape }),
    ...(center === false ? {} : { beta: shape }),
  };
}
