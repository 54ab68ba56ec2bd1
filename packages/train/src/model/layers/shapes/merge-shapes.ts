import { z } from 'zod';
import type { Shape, ShapeRule } from './shape-rule.ts';

/** Element by element, with dimensions of 1 broadcast. Inputs of different rank are left to TensorFlow.js. */
const elementwise: ShapeRule = (_, inputs) => {
  const [first] = inputs;
  if (first === undefined || inputs.length < 2) return undefined;
  if (inputs.some(({ length }) => length !== first.length)) return undefined;
  const output = first.map((_size, axis) => Math.max(...inputs.map((input) => input[axis]!)));
  const fits = inputs.every((input) =>
    input.every((size, axis) => size === 1 || size === output[axis]),
  );
  return fits ? { output } : undefined;
};

const concatenate: ShapeRule = ({ config }, inputs) => {
  const { data } = z.object({ axis: z.int().nullish() }).safeParse(config);
  const [first] = inputs;
  if (data === undefined || first === undefined || inputs.length < 2) return undefined;
  const given = data.axis ?? -1;
  const axis = given < 0 ? given + first.length : given - 1; // in a configuration the batch is axis 0
  const fits = inputs.every((input) => fitsBeside(input, first, axis));
  if (!fits || first[axis] === undefined) return undefined;
  return {
    output: first.with(
      axis,
      inputs.reduce((sum, input) => sum + input[axis]!, 0),
    ),
  };
};

function fitsBeside(input: Shape, first: Shape, axis: number): boolean {
  if (input.length !== first.length) return false;
  return input.every((size, at) => at === axis || size === first[at]);
}

/** The rules of the layers with several inputs, by class. */
export const MERGE_SHAPES: Readonly<Record<string, ShapeRule>> = {
  Add: elementwise,
  Average: elementwise,
  Maximum: elementwise,
  Minimum: elementwise,
  Multiply: elementwise,
  Concatenate: concatenate,
};
