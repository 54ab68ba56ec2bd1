import { fromNchwc, toNchwc } from '../../graph/emit/nchwc.ts';
import type { Value } from '../../graph/ir/graph-builder.ts';
import { type Activation, ACTIVATIONS } from '../parts/activations.ts';
import { activationName, type LayerNode } from '../../model/layers/layer-node.ts';
import { unsupportedLayer } from '../../model/layers/unsupported.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';

/**
 * Applies an activation of `ACTIVATIONS` to each number, or softmax over the channels. An activation of each number is computed in
 * NCHWc where the image is known in NCHWc, so that the image is not reordered between two convolutions.
 */
export function activation({ graph, layer, inputs }: OperationContext): Emitted {
  const { apply, differentiate, isElementwise } = activationOf(layer);
  const input = inputs[0]!; // one input
  const inNchwc = isElementwise && graph.nchwc.has(input);
  const enter = (image: Value): Value => (inNchwc ? toNchwc(graph, image) : image);
  const leave = (image: Value): Value => (inNchwc ? fromNchwc(graph, image) : image);
  const entered = enter(input);
  const output = apply(graph, entered);
  return {
    output: output === entered ? input : leave(output),
    backward: (gradient) => {
      const at = { input: entered, output, gradient: enter(gradient) };
      return [leave(differentiate(graph, at))];
    },
  };
}

/**
 * The activation that an `Activation` node names.
 *
 * @throws {SproutError} `model-unsupported` when it is not in the table.
 */
function activationOf(layer: LayerNode): Activation {
  const wanted = activationName(layer);
  const found = ACTIVATIONS.get(wanted);
  if (found !== undefined) return found;
  const reason = `its activation is ${wanted}; known: ${[...ACTIVATIONS.keys()].join(', ')}`;
  throw unsupportedLayer(layer.name, reason);
}
