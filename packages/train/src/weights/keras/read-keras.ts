import { hdf5Source } from '../hdf5/hdf5-source.ts';
import { openHdf5 } from '../hdf5/open-hdf5.ts';
import { textFields } from '../source/json-fields.ts';
import { parseJson } from '../source/parse-json.ts';
import type { WeightsContent } from '../source/weights-content.ts';
import type { ByteSource, ZipArchive } from '@sprout/core';
import { keras3Paths } from './keras-3-paths.ts';
import { type Keras3Layer, readKeras3Weights } from './read-keras-3-weights.ts';

/** The names of the entries of a `.keras` file. */
export const KERAS_CONFIG = 'config.json';
export const KERAS_WEIGHTS = 'model.weights.h5';
const KERAS_METADATA = 'metadata.json';

/** Reads a `.keras` file: a zip archive with the configuration of the model and its weights. */
export function readKeras(source: ByteSource, archive: ZipArchive): WeightsContent {
  const model = parseJson(source, KERAS_CONFIG, archive.read(KERAS_CONFIG));
  const bytes = archive.read(KERAS_WEIGHTS);
  const inner = hdf5Source({ ...source, bytes });
  const content = readKeras3Weights(inner, openHdf5(inner));
  const paths = keras3Paths(model);
  const rank = new Map(paths.map(({ path }, index) => [path, index]));
  const names = new Map(paths.map(({ path, name }) => [path, name]));
  const layers = content.layers
    .map((layer) => ({ ...layer, name: names.get(layer.path) ?? layer.name }))
    .sort((a, b) => rankOf(rank, a) - rankOf(rank, b));
  return {
    ...content,
    format: 'keras',
    layers,
    layersAreInOrder: layers.every((layer) => rankOf(rank, layer) < Infinity),
    model,
    metadata: archive.names.includes(KERAS_METADATA)
      ? textFields(parseJson(source, KERAS_METADATA, archive.read(KERAS_METADATA)))
      : new Map(),
  };
}

/** The place of a layer in the model; that of the layer around it for the layer inside a wrapper. */
function rankOf(ranks: ReadonlyMap<string, number>, { path }: Keras3Layer): number {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const rank = ranks.get(at);
    if (rank !== undefined) return rank;
  }
  return Infinity;
}
