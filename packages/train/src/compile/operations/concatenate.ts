import { z } from 'zod';
import { concatenate, split } from '../../graph/emit/rearrange.ts';
import { layerConfig } from '../parts/layer-config.ts';
import { unsupportedLayer } from '../../model/layers/unsupported.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';

const concatenateSchema = z.object({ axis: z.int().default(-1) });

/** Axis n of `[batch, height, width, channels]` in graphs. */
const IMAGE_AXES = [0, 2, 3, 1];

/** Joins its inputs along an axis, the channels by default. */
export function concatenateLayers(context: OperationContext): Emitted {
  const { graph, inputs } = context;
  const axis = axisOf(context);
  return {
    output: concatenate(graph, inputs, axis),
    backward: (gradient) => {
      const lengths = inputs.map(({ shape }) => Number(shape[axis]));
      return split(graph, gradient, { axis, lengths });
    },
  };
}

/** The axis in graphs. @throws {SproutError} `model-unsupported` for the batch axis, and for an axis that does not exist. */
function axisOf({ layer, inputs }: OperationContext): number {
  const { axis: given } = layerConfig(layer, concatenateSchema);
  const { length } = inputs[0]!.shape; // two inputs at least
  const axis = given < 0 ? given + length : given;
  if (axis > 0 && axis < length) return length === 4 ? IMAGE_AXES[axis]! : axis;
  throw unsupportedLayer(layer.name, `it joins axis ${given} of ${length} axes`);
}
