import type { ByteSource, Json } from '@sprout/core';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import type { Hdf5Group } from '../hdf5/hdf5-object.ts';
import { hdf5Source, type Hdf5Source } from '../hdf5/hdf5-source.ts';
import { openHdf5 } from '../hdf5/open-hdf5.ts';
import { readDataset } from '../hdf5/read-dataset.ts';
import { parseJson } from '../source/parse-json.ts';
import type { WeightsContent, WeightsLayer } from '../source/weights-content.ts';
import { chunkedAttribute } from './chunked-attribute.ts';
import { objectAt } from './object-at.ts';
import { readKeras3Weights } from './read-keras-3-weights.ts';

const MODEL = 'model_config';
const WEIGHTS = 'model_weights';
const METADATA = ['keras_version', 'backend'];

/** Reads an HDF5 file of Keras: weights or a whole model of Keras 1 and 2, or weights of Keras 3. */
export function readKerasH5(source: ByteSource): WeightsContent {
  const file = hdf5Source(source);
  const root = openHdf5(file);
  const weights = root.children.get(WEIGHTS) ?? root;
  if (weights.kind !== 'group') throw source.invalid(`${WEIGHTS} is not a group`);
  const names = chunkedAttribute(weights.attributes, 'layer_names');
  if (names === undefined) return readKeras3Weights(file, root);
  const layers = readLayers(file, weights, names);
  const config = root.attributes.get(MODEL)?.[0];
  return {
    format: 'keras-h5',
    ...layers,
    layersAreInOrder: true,
    ...(config === undefined ? {} : { model: modelOf(source, config) }),
    metadata: new Map(
      METADATA.flatMap((key) => {
        const value = (weights.attributes.get(key) ?? root.attributes.get(key))?.[0];
        return value === undefined ? [] : [[key, value] as const];
      }),
    ),
  };
}

function modelOf(source: ByteSource, config: string): Json {
  return parseJson(source, MODEL, new TextEncoder().encode(config));
}

/** Layers in the order of the attribute `layer_names`; the weights of each in that of its `weight_names`. */
function readLayers(
  source: Hdf5Source,
  root: Hdf5Group,
  names: readonly string[],
): { readonly layers: readonly WeightsLayer[]; readonly tensors: readonly NamedTensor[] } {
  const tensors = new Map<string, NamedTensor>();
  const layers: WeightsLayer[] = [];
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw source.invalid(`it lists the layer ${name} twice`);
    seen.add(name);
    const group = objectAt(root, name);
    if (group?.kind !== 'group') throw source.invalid(`its layer ${name} is missing`);
    const weights = chunkedAttribute(group.attributes, 'weight_names');
    if (weights === undefined) throw source.invalid(`its layer ${name} does not list its weights`);
    const paths = weights.map((weight) => `${name}/${weight}`);
    for (const [index, path] of paths.entries()) {
      const dataset = objectAt(group, weights[index]!); // as many paths as weights
      if (dataset?.kind !== 'dataset') throw source.invalid(`its weight ${path} is missing`);
      if (tensors.has(path)) throw source.invalid(`it lists the weight ${path} twice`);
      tensors.set(path, readDataset(source, path, dataset));
    }
    layers.push({ name, weights: paths });
  }
  return { layers, tensors: [...tensors.values()] };
}
