import { addImages } from '../../graph/emit/add-images.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';

/** The sum of inputs of one shape. */
export function addLayers({ graph, inputs }: OperationContext): Emitted {
  const output = inputs.reduce((sum, input) => addImages(graph, sum, input));
  return { output, backward: (gradient) => inputs.map(() => gradient) };
}
