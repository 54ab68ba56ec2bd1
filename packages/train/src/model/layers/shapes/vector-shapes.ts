import { z } from 'zod';
import { activation, channelsLast, shapeRule, type ShapeRule } from './shape-rule.ts';
import { elementCount } from '../../../tensor/element-count.ts';

const denseSchema = z.object({
  units: z.int().positive(),
  use_bias: z.boolean().nullish(),
  activation,
});

/** The rules of dense layers and of the layers that change the number or the order of the axes, by class. */
export const VECTOR_SHAPES: Readonly<Record<string, ShapeRule>> = {
  Dense: shapeRule(denseSchema, (input, { units, use_bias: hasBias }) => {
    const features = input.at(-1);
    if (features === undefined) return undefined;
    const bias = hasBias === false ? {} : { bias: [units] };
    return {
      output: [...input.slice(0, -1), units],
      weights: { kernel: [features, units], ...bias },
    };
  }),
  Flatten: shapeRule(z.object({ data_format: channelsLast }), (input) =>
    input.length < 2 ? undefined : { output: [elementCount(input)] },
  ),
  // -1 is not accepted: TensorFlow.js does not infer that dimension when it builds the model
  Reshape: shapeRule(
    z.object({ target_shape: z.array(z.int().positive()) }),
    (input, { target_shape: output }) =>
      elementCount(output) === elementCount(input) ? { output } : undefined,
  ),
  Permute: shapeRule(z.object({ dims: z.array(z.int().positive()) }), (input, { dims }) => {
    const sorted = dims.toSorted((a, b) => a - b);
    const isPermutation = sorted.every((axis, index) => axis === index + 1);
    if (!isPermutation || dims.length !== input.length) return undefined;
    return { output: dims.map((axis) => input[axis - 1]!) };
  }),
};
