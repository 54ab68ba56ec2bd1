import { z } from 'zod';
import { checkOutput, outputLimit } from '../check-output.ts';
import { RUNNING_STATISTICS } from '../running-statistics.ts';
import type { LayerList, LayerNode } from '../layer-node.ts';
import { CONVOLUTION_SHAPES } from './convolution-shapes.ts';
import { UNCHANGED_SHAPES } from './unchanged-shapes.ts';
import { IMAGE_SHAPES } from './image-shapes.ts';
import { MERGE_SHAPES } from './merge-shapes.ts';
import type { LayerShape, WeightShape } from './layer-shape.ts';
import type { RuleResult, Shape, ShapeRule } from './shape-rule.ts';
import { VECTOR_SHAPES } from './vector-shapes.ts';

const inputSchema = z.object({
  batch_input_shape: z.tuple([z.null()], z.int().positive()),
});

const RULES: ReadonlyMap<string, ShapeRule> = new Map(
  Object.entries({
    InputLayer: ({ config }: LayerNode): RuleResult | undefined => {
      const { data } = inputSchema.safeParse(config);
      return data && { output: data.batch_input_shape.slice(1) as number[] }; // after the batch, numbers only
    },
    ...CONVOLUTION_SHAPES,
    ...IMAGE_SHAPES,
    ...VECTOR_SHAPES,
    ...UNCHANGED_SHAPES,
    ...MERGE_SHAPES,
  }),
);

/**
 * The shapes of all layers, as TensorFlow.js would infer them when it builds the model.
 *
 * @param layers As `readTopology` gives them.
 * @returns In the order of the list; `undefined` if no rule is certain of a layer (a model inside the model, a size that is not
 * fixed, a regularizer). Then only TensorFlow.js, by building the model, can tell the shapes or the error.
 * @throws {SproutError} `model-unsupported`, naming the layer, for an output that is too large.
 */
export function inferShapes(layers: LayerList): readonly LayerShape[] | undefined {
  const shapes = new Map<string, LayerShape>();
  const limit = outputLimit();
  for (const layer of layers) {
    const inputs = layer.inputs.map((name) => shapes.get(name)!.output as Shape); // inferred before, numbers only
    const result = isPlain(layer) ? RULES.get(layer.kind)?.(layer, inputs) : undefined;
    if (result === undefined || result.output.some((dimension) => dimension < 1)) return undefined;
    const { name, kind, inputs: names } = layer;
    checkOutput(name, result.output, limit);
    const weights = weightsOf(layer, result);
    shapes.set(name, { name, kind, inputs: names, output: result.output, weights });
  }
  return [...shapes.values()];
}

function weightsOf({ name, trainable }: LayerNode, { weights = {} }: RuleResult): WeightShape[] {
  return Object.entries(weights).map(([role, shape]) => ({
    name: `${name}/${role}`,
    shape,
    trainable: trainable && !RUNNING_STATISTICS.has(role),
  }));
}

/** Without keys in camel case, which TensorFlow.js reads too, and without regularizers and constraints, which it may refuse. */
function isPlain({ config }: LayerNode): boolean {
  return Object.entries(config).every(([key, value]) => {
    const isWeightRule = key.endsWith('_regularizer') || key.endsWith('_constraint');
    return !/[A-Z]/.test(key) && (!isWeightRule || value === null);
  });
}
