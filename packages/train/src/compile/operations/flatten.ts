import { channelsFirst, channelsLast } from '../../graph/emit/image-layout.ts';
import { reshape } from '../../graph/emit/rearrange.ts';
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
