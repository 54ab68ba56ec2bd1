import { readTopology } from './read-topology.ts';
import type { LayerList, LayerNode } from './layer-node.ts';
import { unsupportedLayer } from './unsupported.ts';

const MODELS: ReadonlySet<string> = new Set(['Sequential', 'Model', 'Functional']);

/**
 * A layer list that has the layers of models inside the model instead of these models. Weights keep their names, because
 * TensorFlow.js names them after their own layer. The result computes the same.
 *
 * @param layers As `readTopology` gives them.
 * @throws {SproutError} `model-unsupported`, naming the layer, where two layers of different models have one name.
 */
export function flatLayers(layers: LayerList): LayerList {
  const flat: LayerNode[] = [];
  const names = new Set<string>();
  const instead = new Map<string, string>();
  for (const layer of layers) {
    const inputs = layer.inputs.map((name) => instead.get(name) ?? name);
    if (!MODELS.has(layer.kind)) add({ ...layer, inputs });
    else instead.set(layer.name, addModel(layer, inputs));
  }
  return flat;

  function add(layer: LayerNode): void {
    if (names.has(layer.name)) throw unsupportedLayer(layer.name, 'its name is used twice');
    names.add(layer.name);
    flat.push(layer);
  }

  /** Returns the name of the layer that is the output of the model. */
  function addModel({ name, kind, config }: LayerNode, inputs: readonly string[]): string {
    const [from] = inputs;
    if (from === undefined || inputs.length > 1)
      throw unsupportedLayer(name, `a model inside the model with ${inputs.length} inputs`);
    const inner = flatLayers(readTopology({ class_name: kind, config }));
    const [first, ...rest] = inner as [LayerNode, ...LayerNode[]]; // a model has a layer
    giveShape(from, first);
    for (const layer of rest)
      add({ ...layer, inputs: layer.inputs.map((input) => (input === first.name ? from : input)) });
    return rest.at(-1)?.name ?? from;
  }

  /** Gives an input without a shape, as `readTopology` adds it to a sequential model, the shape of the input of the model inside. */
  function giveShape(name: string, { config }: LayerNode): void {
    const at = flat.findIndex((layer) => layer.name === name);
    const own = flat[at];
    const shape = config['batch_input_shape'];
    if (own?.kind !== 'InputLayer' || 'batch_input_shape' in own.config || shape === undefined)
      return;
    flat[at] = { ...own, config: { ...own.config, batch_input_shape: shape } };
  }
}
