import type { LayerAddress, ObjectiveTerm } from '@sprout/core';
import { buildModel } from '../../model/tfjs/build-model.ts';
import { checkInput } from '../../model/check-input.ts';
import { checkTopology } from '../../model/layers/check-topology.ts';
import { layersOf, parseTopology } from '../../model/layers/topology.ts';
import type { ModelDefinition } from '../../model/model-definition.ts';
import { independentOf, withoutActivation } from '../gradient/address-faults.ts';
import type { EngineGradientSource } from '../gradient/engine-gradient-source.ts';
import { guardGradientSource } from '../guard/guard-gradient-source.ts';
import { type PredictorOptions, predictorSettings } from '../predictor-options.ts';
import { splitActivations } from './layers/split-activations.ts';
import { withOwnLayers } from './layers/with-own-layers.ts';
import { objectiveGradient } from './objective-gradient.ts';
import { onBackend } from './on-backend.ts';
import { startBackend, type TfjsBackend } from './start-backend.ts';

/**
 * Opens a model to answer gradients on a backend of tfjs.
 *
 * @returns The gradient source; disposing of it frees all of its tensors.
 * @throws {SproutError} As `openTfjsPredictor`.
 */
export async function openTfjsGradientSource(
  definition: ModelDefinition,
  options: PredictorOptions,
  backend: TfjsBackend,
): Promise<EngineGradientSource> {
  const settings = predictorSettings(options);
  const { input } = definition;
  checkInput(input);
  await startBackend(backend, settings);
  const topology = checkTopology(parseTopology(definition.topology));
  const split = splitActivations(topology);
  const model = await buildModel(withOwnLayers(split.topology), definition.weights);
  const classOf = new Map(
    layersOf(topology).map(({ class_name, config }) => [config.name, class_name]),
  );
  const nameOf = ({ layer, beforeActivation = false }: LayerAddress): string => {
    const output = split.outputOf(layer);
    if (!beforeActivation) return output;
    if (output !== layer) return layer; // the linear layer keeps the name
    if (!ACTIVATIONS.has(classOf.get(layer)!)) throw withoutActivation(layer); // all layers have a class
    return model.getLayer(layer).inboundNodes[0]!.inboundLayers[0]!.name; // an activation has one input
  };
  const source: EngineGradientSource = {
    engine: backend,
    imageShape: [input.height, input.width, input.channels],
    gradient: async (images, { count, objective, wrt }) => {
      const named = {
        input,
        count,
        objective: objective.map((term): ObjectiveTerm => ({ ...term, layer: nameOf(term) })),
        wrt: wrt && { layer: nameOf(wrt) },
      };
      const result = onBackend(backend, () => objectiveGradient(model, images, named));
      if (result === undefined) throw independentOf(wrt!); // every objective depends on the images
      return result;
    },
    [Symbol.asyncDispose]: async () => onBackend(backend, () => void model.dispose()),
  };
  const layers = layersOf(topology).map(({ config }) => config.name);
  return guardGradientSource(source, { layers });
}

/** The layers that are activations, as the compiler reads them too. */
const ACTIVATIONS: ReadonlySet<string> = new Set(['Activation', 'ReLU', 'Softmax']);
