import { reshape, transpose } from '../../graph/emit/rearrange.ts';
import { unsupportedLayer } from '../../model/layers/unsupported.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';

const CHANNELS_LAST = [0, 2, 3, 1];
const CHANNELS_FIRST = [0, 3, 1, 2];

/** Images as vectors in tfjs' order, in which the channels are the last axis. */
export function flatten({ graph, inputs, interleaved }: OperationContext): Emitted {
  const input = inputs[0]!; // one input
  const vector = [input.shape[0]!, input.shape.slice(1).reduce<number>((a, b) => a * Number(b), 1)];
  const moves = input.shape.length === 4 && !interleaved;
  const ordered = moves ? transpose(graph, input, CHANNELS_LAST) : input;
  return {
    output: reshape(graph, ordered, vector),
    backward: (gradient) => {
      const back = reshape(graph, gradient, ordered.shape);
      return [moves ? transpose(graph, back, CHANNELS_FIRST) : back];
    },
  };
}

/** A reshape to a vector. @throws {SproutError} `model-unsupported` for other reshapes. */
export function reshapeLayer(context: OperationContext): Emitted {
  const target = context.layer.config['target_shape'];
  const known = context.inputs[0]!.shape.slice(1).reduce<number>((a, b) => a * Number(b), 1);
  const flattens =
    Array.isArray(target) && target.length === 1 && (target[0] === -1 || target[0] === known);
  if (flattens) return flatten(context);
  throw unsupportedLayer(context.layer.name, 'only a reshape to a vector can be compiled');
}
