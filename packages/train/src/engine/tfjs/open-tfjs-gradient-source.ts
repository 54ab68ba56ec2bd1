import type { LayerAddress, ObjectiveTerm } from '@sprout/core';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import { buildModel } from '../../model/tfjs/build-model.ts';
import { checkFit } from '../../model/tfjs/check-fit.ts';
import { checkInput } from '../../model/check-input.ts';
import { layersOf, type Topology } from '../../model/layers/topology.ts';
import type { ModelDefinition } from '../../model/model-definition.ts';
import { independentOf, withoutActivation } from '../gradient/address-faults.ts';
import type { EngineGradientSource } from '../gradient/engine-gradient-source.ts';
import { guardGradientSource } from '../guard/guard-gradient-source.ts';
import { type PredictorOptions, predictorSettings } from '../contract/predictor-options.ts';
import { splitTopologyActivations } from './layers/split-topology-activations.ts';
import { withOwnLayers } from './layers/with-own-layers.ts';
import { objectiveGradient } from './objective-gradient.ts';
import { withGuidedRectifiers } from './with-guided-rectifiers.ts';
import { onBackend } from './backend/on-backend.ts';
import { startBackend, type TfjsBackend } from './backend/start-backend.ts';

/**
 * Opens a model as a gradient source on a backend of tfjs.
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
  const topology = checkFit(definition);
  await startBackend(backend, settings);
  const split = splitTopologyActivations(topology);
  const model = await buildModel(withOwnLayers(split.topology), definition.weights);
  const nameOf = layerNaming(model, { topology, outputOf: split.outputOf });
  const source: EngineGradientSource = {
    engine: backend,
    imageShape: [input.height, input.width, input.channels],
    gradient: async (images, { count, objective, wrt, outputs = [], rectifiers }) => {
      const named = {
        input,
        count,
        objective: objective.map((term): ObjectiveTerm => ({ ...term, layer: nameOf(term) })),
        wrt: wrt && { layer: nameOf(wrt) },
        outputs: outputs.map((address) => ({ layer: nameOf(address) })),
      };
      const compute = () => objectiveGradient(model, images, named);
      const result = onBackend(backend, () =>
        rectifiers === 'guided' ? withGuidedRectifiers(model, compute) : compute(),
      );
      if (result === undefined) throw independentOf(wrt!); // every objective depends on the images
      return result;
    },
    [Symbol.asyncDispose]: async () => onBackend(backend, () => void model.dispose()),
  };
  const layers = layersOf(topology).map(({ config }) => config.name);
  return guardGradientSource(source, { layers });
}

interface NamingOptions {
  readonly topology: Topology;
  /** The layer of `model` that computes the output of a layer of the topology. */
  readonly outputOf: (layer: string) => string;
}

/** Returns a function from the address of a layer to the name of a layer in a model with split activations. */
function layerNaming(
  model: LayersModel,
  { topology, outputOf }: NamingOptions,
): (address: LayerAddress) => string {
  const activations = new Set(
    layersOf(topology).flatMap(({ class_name, config }) =>
      ACTIVATIONS.has(class_name) ? config.name : [],
    ),
  );
  return ({ layer, beforeActivation = false }) => {
    const output = outputOf(layer);
    if (!beforeActivation) return output;
    if (output !== layer) return layer; // the linear layer keeps the name
    if (!activations.has(layer)) throw withoutActivation(layer);
    return (model.getLayer(layer).input as SymbolicTensor).sourceLayer.name; // an activation has one input
  };
}

/** The classes of layers that are activations; the same as for the compiler. */
const ACTIVATIONS: ReadonlySet<string> = new Set(['Activation', 'ReLU', 'Softmax']);
