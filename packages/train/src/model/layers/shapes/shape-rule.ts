import { z } from 'zod';
import type { LayerNode } from '../layer-node.ts';

/** `[height, width, channels]` or `[features]`: without the batch axis. */
export type Shape = readonly number[];

/** The output of a layer, and its weights by role in the order in which TensorFlow.js creates them. */
export interface RuleResult {
  readonly output: Shape;
  readonly weights?: Readonly<Record<string, Shape>>;
}

/**
 * Infers a layer's shapes from those of its inputs. `undefined` where the shapes that TensorFlow.js would infer are not certain,
 * or where it may refuse the layer.
 */
export type ShapeRule = (layer: LayerNode, inputs: readonly Shape[]) => RuleResult | undefined;

/** A rule for layers with one input, with the layer's configuration read by a schema. */
export function shapeRule<Schema extends z.ZodType>(
  schema: Schema,
  infer: (input: Shape, config: z.output<Schema>) => RuleResult | undefined,
): ShapeRule {
  return ({ config }, [input, ...others]) => {
    const { data, success } = schema.safeParse(config);
    return success && input !== undefined && others.length === 0 ? infer(input, data) : undefined;
  };
}

/** As `shapeRule`, for layers whose input is an image. */
export function imageRule<Schema extends z.ZodType>(
  schema: Schema,
  infer: (image: ImageShape, config: z.output<Schema>) => RuleResult | undefined,
): ShapeRule {
  return shapeRule(schema, (input, config) => {
    const [height, width, channels] = input;
    if (height === undefined || width === undefined || channels === undefined) return undefined;
    return input.length === 3 ? infer([height, width, channels], config) : undefined;
  });
}

export type ImageShape = readonly [height: number, width: number, channels: number];

const size = z.int().positive();

/** A number for both axes, or one for each. */
export const pair = z.union([
  size.transform((both): readonly [number, number] => [both, both]),
  z.tuple([size, size]),
]);

/** Channels last, the only layout that the rules cover. */
export const channelsLast = z.enum(['channelsLast', 'channels_last']).nullish();

export const padding = z.enum(['valid', 'same']).nullish();

/** The activations that TensorFlow.js knows by these names. */
export const activation = z
  .enum(
    'linear relu relu6 elu selu sigmoid tanh softmax softplus softsign swish mish gelu'.split(' '),
  )
  .nullish();
