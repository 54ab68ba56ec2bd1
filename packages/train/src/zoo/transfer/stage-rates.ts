import { readTopology } from '../../model/layers/read-topology.ts';
import { layersFrom } from '../../model/surgery/freeze-layers.ts';
import { layerGroups } from '../../model/surgery/layer-groups.ts';
import type { ModelOutline } from '../../model/surgery/model-outline.ts';
import type { LayerRates } from '../../optimiser/layer-rates.ts';
import { trainedLayers } from './base-with-head.ts';
import type { StageSpec } from './stage-schema.ts';

export interface StageRatesOptions {
  /** The base with its head. */
  readonly model: Pick<ModelOutline, 'topology'>;
  readonly stage: Pick<StageSpec, 'trainable' | 'rates' | 'batchNorm'>;
}

/**
 * The layers that a stage trains, with their factors of the learning rate. Those of the head always have the factor 1.
 *
 * @throws {SproutError} `model-unsupported` for a layer that the base does not have; with `decay`, also where the shapes of its
 *   layers cannot be inferred.
 */
export function stageRates(base: ModelOutline, { model, stage }: StageRatesOptions): LayerRates {
  const nodes = readTopology(base.topology);
  const ofBase = new Set(nodes.map(({ name }) => name));
  const head = readTopology(model.topology).filter(({ name }) => !ofBase.has(name));
  const isTrained = trainedLayers(base, stage.trainable);
  const factorOf = factors(base, stage.rates);
  const trained = nodes.filter(({ name, kind }) => {
    const isFrozenNorm = kind === 'BatchNormalization' && stage.batchNorm === 'frozen';
    return kind !== 'InputLayer' && isTrained(name) && !isFrozenNorm;
  });
  return new Map([
    ...trained.map(({ name }) => [name, factorOf(name)] as const),
    ...head.map(({ name }) => [name, 1] as const),
  ]);
}

/** The factor of a layer of the base. */
function factors(base: ModelOutline, rates: StageSpec['rates']): (layer: string) => number {
  if (rates === undefined) return () => 1;
  if ('decay' in rates) {
    const groups = layerGroups(base);
    return (layer) => rates.decay ** (groups.get(layer) ?? 0);
  }
  const starts = rates.map(({ from, factor }) => ({ layers: layersFrom(base, from), factor }));
  const inOrder = starts.toSorted((a, b) => b.layers.size - a.layers.size); // the earliest layer first
  return (layer) => inOrder.findLast(({ layers }) => layers.has(layer))?.factor ?? 1;
}
