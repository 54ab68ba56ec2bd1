import { z } from 'zod';
import { channelsFirst, channelsLast } from '../../graph/emit/image-layout.ts';
import { reshape } from '../../graph/emit/rearrange.ts';
import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import { unsupportedLayer } from '../../model/layers/unsupported.ts';
import { elementCount } from '../../tensor/element-count.ts';
import { layerConfig } from '../parts/layer-config.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';

const reshapeSchema = z.object({ target_shape: z.array(z.int()) });

/** The same numbers, in the order of tfjs, as a vector or as an image. One dimension of the target may be -1. */
export function reshapeLayer(context: OperationContext): Emitted {
  const { graph, inputs, isChannelsLast } = context;
  const input = inputs[0]!; // one input
  const isImage = input.shape.length === 4 && !isChannelsLast;
  const ordered = isImage ? channelsLast(graph, input) : input;
  const target = targetOf(context);
  const shaped = reshape(graph, ordered, [input.shape[0]!, ...target]);
  return {
    output: imageFirst(graph, shaped),
    backward: (gradient) => {
      const back = reshape(graph, channelsLast(graph, gradient), ordered.shape);
      return [isImage ? channelsFirst(graph, back) : back];
    },
  };
}

function imageFirst(graph: GraphBuilder, value: Value): Value {
  return value.shape.length === 4 ? channelsFirst(graph, value) : value;
}

/** The target without -1. @throws {SproutError} `model-unsupported` unless it is a vector or an image, of the input's size. */
function targetOf({ layer, inputs }: OperationContext): readonly number[] {
  const { target_shape: target } = layerConfig(layer, reshapeSchema);
  const size = elementCount(inputs[0]!.shape.slice(1).map(Number)); // one input
  const known = elementCount(target.filter((length) => length !== -1));
  const found = target.map((length) => (length === -1 ? size / known : length));
  const isKnown = found.every((length) => Number.isInteger(length) && length > 0);
  const isRead = found.length === 1 || found.length === 3;
  if (isRead && isKnown && elementCount(found) === size) return found;
  const reason = `a reshape of ${size} numbers to ${target.join(' x ')} cannot be compiled; a vector or an image can`;
  throw unsupportedLayer(layer.name, reason);
}
