import type { LayerList } from '../../model/layers/layer-node.ts';
import { RUNNING_STATISTICS } from '../../model/layers/running-statistics.ts';
import type { WeightLayout } from '../parts/weight-layout.ts';

/** The names of the weights that the optimiser changes: all weights of trainable layers except running means and variances. */
export function learnedWeights(
  layers: LayerList,
  weights: readonly WeightLayout[],
): ReadonlySet<string> {
  const trainable = new Set(layers.flatMap((node) => (node.trainable ? node.layer : [])));
  const learned = weights.filter(
    ({ layer, role }) => trainable.has(layer) && !RUNNING_STATISTICS.has(role),
  );
  return new Set(learned.map(({ name }) => name));
}
