import type { LayersModel } from '@tensorflow/tfjs-layers';
import { numbersThatFit } from '../layers/numbers-that-fit.ts';
import { checkOutputs } from './check-outputs.ts';
import { limitParameters } from './limit-parameters.ts';

/** 1 GB of weights. */
const PARAMETERS_LIMIT = 2 ** 28;

/**
 * A new model, if its weights and the outputs of its layers fit into memory.
 *
 * @throws {SproutError} `model-unsupported`, naming the layer. Then all that was created is freed.
 */
export function withinMemory(build: () => LayersModel): LayersModel {
  const limit = numbersThatFit(PARAMETERS_LIMIT);
  const origin = `at most ${limit} fit into memory`;
  const { result, discard } = limitParameters({ limit, origin }, build);
  try {
    checkOutputs(result);
    return result;
  } catch (error) {
    discard();
    throw error;
  }
}
