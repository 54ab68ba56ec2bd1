import type { LayerRow } from '@sprout/viz';
import { loadModel, summary } from '@sprout/train';

/** The layers of a saved model, as a report lists them. */
export async function layerRows(folder: string): Promise<LayerRow[]> {
  const { definition } = await loadModel(folder);
  const { layers } = await summary(definition);
  return layers.map(({ name, kind, shape, parameters }) => ({
    name,
    kind,
    output: shape.join(' x '),
    parameters,
  }));
}
