import { shapeText } from '@sprout/core';
import { layers } from '@tensorflow/tfjs-layers';
import { unsupportedLayer } from '../layers/unsupported.ts';
import { elementCount } from '../../tensor/element-count.ts';

export interface ParameterLimit {
  readonly limit: number;
  /** Where the limit comes from, for the error: `the weights have 12`. */
  readonly origin: string;
}

export interface Limited<T> {
  readonly result: T;
  /** Frees the weights that were created. */
  readonly discard: () => void;
}

type AddWeight = (
  this: layers.Layer,
  ...given: readonly [name: string, shape: number[], ...more: unknown[]]
) => { readonly dispose: () => void };

/**
 * Runs synchronous work that creates layers of TensorFlow.js. The first weight with which they would have more parameters than the
 * limit is refused before it is allocated.
 *
 * @throws {SproutError} `model-unsupported`, naming the layer. Then the weights that were created are freed.
 */
export function limitParameters<T>({ limit, origin }: ParameterLimit, work: () => T): Limited<T> {
  const prototype = layers.Layer.prototype as unknown as { addWeight: AddWeight }; // protected, but all layers create their weights by it
  const { addWeight } = prototype;
  const created: ReturnType<AddWeight>[] = [];
  let parameters = 0;
  const discard = (): void => created.splice(0).forEach((weight) => weight.dispose());
  prototype.addWeight = function add(...given) {
    const [name, shape] = given;
    parameters += elementCount(shape);
    if (!(parameters <= limit)) {
      const reason = `its ${name} ${shapeText(shape)} makes ${parameters} parameters, but ${origin}`;
      throw unsupportedLayer(this.name, reason);
    }
    const weight = addWeight.call(this, ...given);
    created.push(weight);
    return weight;
  };
  try {
    return { result: work(), discard };
  } catch (error) {
    discard();
    throw error;
  } finally {
    prototype.addWeight = addWeight;
  }
}
