import type { NamedTensor } from '../../tensor/named-tensor.ts';
import type { Hdf5Group } from '../hdf5/hdf5-object.ts';
import type { Hdf5Source } from '../hdf5/hdf5-source.ts';
import { readDataset } from '../hdf5/read-dataset.ts';
import type { WeightsContent, WeightsLayer } from '../source/weights-content.ts';

/** Groups of a `.weights.h5` that are no weights of the model. */
const OTHERS: ReadonlySet<string> = new Set([
  'optimizer',
  'metrics',
  'loss_tracker',
  'seed_generator',
]);

/** A layer of Keras 3 with the path of its group. */
export interface Keras3Layer extends WeightsLayer {
  readonly path: string;
}

export interface Keras3Weights extends WeightsContent {
  readonly layers: readonly Keras3Layer[];
}

/**
 * Reads the weights of Keras 3: each layer has a group `layers/conv2d_1/vars` with the weights `0`, `1`. The groups are named
 * after the classes of the layers and sorted by name, so that their order is not that of the model. The names of the layers are
 * attributes in files of Keras 3.8 and later; other layers are named by their paths.
 */
export function readKeras3Weights(source: Hdf5Source, root: Hdf5Group): Keras3Weights {
  const tensors: NamedTensor[] = [];
  const layers: Keras3Layer[] = [];
  visit(root, '');
  if (tensors.length === 0) throw source.invalid('it is an HDF5 file without weights of Keras');
  return { format: 'keras-3-h5', tensors, layers, layersAreInOrder: false, metadata: new Map() };

  function visit(group: Hdf5Group, path: string): void {
    for (const [name, child] of group.children) {
      const inner = path === '' ? name : `${path}/${name}`;
      if (child.kind !== 'group' || (path === '' && OTHERS.has(name))) continue;
      if (name === 'vars') readLayer(child, path);
      else visit(child, inner);
    }
  }

  function readLayer(vars: Hdf5Group, path: string): void {
    const names = [...vars.children.keys()].sort((a, b) => Number(a) - Number(b));
    const weights = names.map((name) => {
      const dataset = vars.children.get(name);
      const full = path === '' ? `vars/${name}` : `${path}/vars/${name}`;
      if (dataset?.kind !== 'dataset') throw source.invalid(`${full} is not a dataset`);
      tensors.push(readDataset(source, full, dataset));
      return full;
    });
    if (path === '' && weights.length === 0) return; // the model itself
    const short = path.replace(/^(?:layers|_layer_checkpoint_dependencies)\//, '');
    layers.push({ name: vars.attributes.get('name')?.[0] ?? short, weights, path });
  }
}
