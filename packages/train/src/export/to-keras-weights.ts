import { byDepth } from '../model/layers/by-depth.ts';
import { readTopology } from '../model/layers/read-topology.ts';
import { unsupportedModel } from '../model/layers/unsupported.ts';
import type { ModelCard } from '../model/file/model-card.ts';
import type { ModelDefinition } from '../model/model-definition.ts';
import type { NamedTensor } from '../tensor/named-tensor.ts';
import { encodeHdf5 } from '../weights/hdf5/write/encode-hdf5.ts';
import type { DatasetContent, GroupContent } from '../weights/hdf5/write/hdf5-content.ts';
import { dividedAttribute } from './divided-attribute.ts';

/** The version whose layout the file has: Keras 2 and 3 read it. */
const KERAS_VERSION = '2.15.0';

interface Group extends GroupContent {
  readonly attributes: Map<string, string | readonly string[]>;
  readonly children: Map<string, Group | DatasetContent>;
}

/**
 * The weights of a model as an HDF5 file in the layout of Keras 2, for `model.load_weights('keras-weights.h5')` of a model with the
 * same layers: for each layer, in the order of the model, a group with the attribute `weight_names` and datasets such as
 * `conv/conv/kernel:0`. The attribute `classes` has the names of the classes.
 *
 * @returns A fresh array.
 * @throws {SproutError} `model-unsupported` for weights of a model inside the model.
 */
export function toKerasWeights(
  { topology, weights }: ModelDefinition,
  { classes }: ModelCard,
): Uint8Array {
  const layers = byDepth(readTopology(topology)).map(({ name }) => name);
  const root = emptyGroup([
    ...dividedAttribute('layer_names', layers),
    ['backend', 'tensorflow'],
    ['keras_version', KERAS_VERSION],
    ...dividedAttribute('classes', classes),
  ]);
  const left = new Set(weights);
  for (const layer of layers) {
    const own = weights.filter(({ name }) => name.slice(0, name.lastIndexOf('/')) === layer);
    const names = dividedAttribute(
      'weight_names',
      own.map(({ name }) => `${name}:0`),
    );
    const group = groupAt(root, layer.split('/'));
    for (const [name, texts] of names) group.attributes.set(name, texts);
    for (const weight of own) {
      addDataset(group, weight);
      left.delete(weight);
    }
  }
  const [other] = left;
  if (other !== undefined)
    throw unsupportedModel(`${other.name} is a weight of a model inside the model`);
  return encodeHdf5(root);
}

function emptyGroup(attributes: Iterable<readonly [string, string | readonly string[]]>): Group {
  return { kind: 'group', attributes: new Map(attributes), children: new Map() };
}

/** The group at a path, made where it is missing: names with slashes are nested groups. */
function groupAt(root: Group, path: readonly string[]): Group {
  let group = root;
  for (const name of path) {
    const child = group.children.get(name) ?? emptyGroup([]);
    if (child.kind === 'dataset') throw unsupportedModel(`${name} is a layer and a weight`);
    group.children.set(name, child);
    group = child;
  }
  return group;
}

function addDataset(group: Group, { name, shape, data }: NamedTensor): void {
  const path = `${name}:0`.split('/');
  const dataset = { kind: 'dataset', shape, data } as const;
  groupAt(group, path.slice(0, -1)).children.set(path.at(-1)!, dataset); // text has a part
}
