import { LayersModel } from '@tensorflow/tfjs-layers';
import { checkOutput, outputLimit } from '../layers/check-output.ts';

/** @throws {SproutError} `model-unsupported` for a layer of a model, or of a model in it, whose output is too large. */
export function checkOutputs({ layers }: LayersModel, limit = outputLimit()): void {
  for (const layer of layers) {
    for (const { shape } of layer.inboundNodes.flatMap((node) => node.outputTensors))
      checkOutput(layer.name, shape.slice(1), limit);
    if (layer instanceof LayersModel) checkOutputs(layer, limit);
  }
}
