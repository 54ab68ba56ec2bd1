import { type Activation, ACTIVATIONS } from '../parts/activations.ts';
import { unary } from '../../graph/emit/elementwise.ts';
import { RECTIFIERS } from '../../model/layers/rectifiers.ts';
import { activationName, type LayerNode } from '../../model/layers/layer-node.ts';
import { unsupportedLayer } from '../../model/layers/unsupported.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';

/** Applies an activation of `ACTIVATIONS` to each number, or softmax over the channels. */
export function activation({ graph, layer, inputs, rectifiers }: OperationContext): Emitted {
  const { apply, differentiate } = activationOf(layer);
  const input = inputs[0]!; // one input
  const output = apply(graph, input);
  const isGuided = rectifiers === 'guided' && RECTIFIERS.has(activationName(layer));
  return {
    output,
    backward: (given) => {
      const gradient = isGuided ? unary(graph, 'Relu', given) : given;
      return [differentiate(graph, { input, output, gradient })];
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
