import { z } from 'zod';
import { activation, shapeRule, type Shape, type ShapeRule } from './shape-rule.ts';

const any = z.object({});
const flag = z.boolean().nullish();
const same = shapeRule(any, (input) => ({ output: input }));

const batchSchema = z.object({
  axis: z.union([z.int(), z.tuple([z.int().positive()]).transform(([axis]) => axis)]).nullish(),
  scale: flag,
  center: flag,
});

const layerSchema = z.object({
  axis: z.union([z.int().transform((axis) => [axis]), z.array(z.int()).min(1)]).nullish(),
  scale: flag,
  center: flag,
});

/** The rules of the layers whose output has the shape of their input, by class. */
export const ELEMENTWISE_SHAPES: Readonly<Record<string, ShapeRule>> = {
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
      const alpha = input.map((side, index) => (ones.includes(index + 1) ? 1 : side));
      return { output: input, weights: { alpha } };
    },
  ),
  BatchNormalization: shapeRule(batchSchema, (input, { axis, scale, center }) => {
    const shape = sides(input, [axis ?? -1]);
    if (shape === undefined) return undefined;
    const learned = scaleAndOffset(shape, { scale, center });
    return {
      output: input,
      weights: { ...learned, moving_mean: shape, moving_variance: shape },
    };
  }),
  LayerNormalization: shapeRule(layerSchema, (input, { axis, scale, center }) => {
    const axes = (axis ?? [-1]).map((one) => (one < 0 ? one + input.length + 1 : one));
    const shape = sides(input, axes);
    if (shape === undefined || new Set(axes).size !== axes.length) return undefined;
    return { output: input, weights: scaleAndOffset(shape, { scale, center }) };
  }),
};

/** The sides of some axes, the batch counted as axis 0; `undefined` where one of them is not known. */
function sides(input: Shape, axes: readonly number[]): Shape | undefined {
  const all = [undefined, ...input];
  const found = axes.map((axis) => all.at(axis));
  const isKnown = axes.every((axis) => axis >= -all.length && axis < all.length);
  return isKnown && found.every((side) => side !== undefined) ? found : undefined;
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
