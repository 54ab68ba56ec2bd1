import { reshape, transpose } from '../../graph/emit/rearrange.ts';
import { unsupportedLayer } from '../../model/layers/unsupported.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';

const CHANNELS_LAST = [0, 2, 3, 1];
const CHANNELS_FIRST = [0, 3, 1, 2];

/** Flattens images in the order of tfjs: the channels are the last axis. */
export function flatten({ graph, inputs, isChannelsLast }: OperationContext): Emitted {
  const input = inputs[0]!; // one input
  const vector = [input.shape[0]!, input.shape.slice(1).reduce<number>((a, b) => a * Number(b), 1)];
  const isReordered = input.shape.length === 4 && !isChannelsLast;
  const ordered = isReordered ? transpose(graph, input, CHANNELS_LAST) : input;
  return {
    output: reshape(graph, ordered, vector),
    backward: (gradient) => {
      const back = reshape(graph, gradient, ordered.shape);
      return [isReordered ? transpose(graph, back, CHANNELS_FIRST) : back];
    },
  };
}

/** Emits a reshape to a vector. @throws {SproutError} `model-unsupported` for other reshapes. */
export function reshapeLayer(context: OperationContext): Emitted {
  const target = context.layer.config['target_shape'];
  const size = context.inputs[0]!.shape.slice(1).reduce<number>((a, b) => a * Number(b), 1);
  const isFlatten =
    Array.isArray(target) && target.length === 1 && (target[0] === -1 || target[0] === size);
  if (isFlatten) return flatten(context);
  throw unsupportedLayer(context.layer.name, 'only a reshape to a vector can be compiled');
}
