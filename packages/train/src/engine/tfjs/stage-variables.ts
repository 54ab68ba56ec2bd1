import { Variable } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { LayerRates } from '../../optimiser/layer-rates.ts';

/** The trainable weights of a model by name. The model keeps ownership of the variables. */
export type TrainedVariables = ReadonlyMap<string, Variable>;

/** The weights that the stages of a training train. */
export interface StageVariables {
  /** Those of all stages. */
  readonly all: TrainedVariables;
  /** Makes the layers of a stage the only trainable ones. @returns Their weights. */
  readonly enter: (stage: number) => TrainedVariables;
}

/** Enters the first stage. Without stages, the trainable layers stay as they are. */
export function stageVariables(
  model: LayersModel,
  stages: readonly LayerRates[] | undefined,
): StageVariables {
  if (stages === undefined) {
    const all = trainableVariables(model);
    return { all, enter: () => all };
  }
  const enter = (stage: number): TrainedVariables => {
    for (const layer of model.layers) layer.trainable = stages[stage]!.has(layer.name); // a checked stage
    return trainableVariables(model);
  };
  const all = stages.flatMap((_, stage) => [...enter(stage)]);
  enter(0);
  return { all: new Map(all), enter };
}

function trainableVariables(model: LayersModel): TrainedVariables {
  const entries = model.trainableWeights.map((weight): [string, Variable] => {
    const value = weight.read();
    if (!(value instanceof Variable)) throw new Error(`${weight.originalName} is not a variable`);
    return [weight.originalName, value];
  });
  return new Map(entries);
}
