import { channelsFirst, channelsLast } from '../../graph/emit/image-layout.ts';
import { reshape } from '../../graph/emit/rearrange.ts';
import { unsupportedLayer } from '../../model/layers/unsupported.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';
import { elementCount } from '../../tensor/element-count.ts';

/** Flattens images in the order of tfjs: the channels are the last axis. */
export function flatten({ graph, inputs, isChannelsLast }: OperationContext): Emitted {
  const input = inputs[0]!; // one input
  const vector = [input.shape[0]!, elementCount(input.shape.slice(1).map(Number))];
  const isReordered = input.shape.length === 4 && !isChannelsLast;
  const ordered = isReordered ? channelsLast(graph, input) : input;
  return {
    output: reshape(graph, ordered, vector),
    backward: (gradient) => {
      const back = reshape(graph, gradient, ordered.shape);
      return [isReordered ? channelsFirst(graph, back) : back];
    },
  };
}

/** Emits a reshape to a vector. @throws {SproutError} `model-unsupported` for other reshapes. */
export function reshapeLayer(context: OperationContext): Emitted {
  const target = context.layer.config['target_shape'];
  const size = elementCount(context.inputs[0]!.shape.slice(1).map(Number));
  const isFlatten =
    Array.isArray(target) && target.length === 1 && (target[0] === -1 || target[0] === size);
  if (isFlatten) return flatten(context);
  throw unsupportedLayer(context.layer.name, 'only a reshape to a vector can be compiled');
}
