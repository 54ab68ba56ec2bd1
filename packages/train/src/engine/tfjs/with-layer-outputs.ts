import type { Tensor } from '@tensorflow/tfjs-core';
import type { layers } from '@tensorflow/tfjs-layers';

/** Runs work while the output of each of some layers passes through a function. Calls may be nested; the innermost function is the last. */
export function withLayerOutputs<T>(
  changed: readonly layers.Layer[],
  change: (output: Tensor) => Tensor,
  work: () => T,
): T {
  const before = changed.map((layer) => Object.getOwnPropertyDescriptor(layer, 'call'));
  for (const layer of changed) {
    const call = layer.call.bind(layer);
    layer.call = (...given) => {
      const output = call(...given);
      return change(Array.isArray(output) ? output[0]! : output); // a layer with one output
    };
  }
  try {
    return work();
  } finally {
    for (const [at, layer] of changed.entries()) {
      const own = before[at];
      if (own === undefined)
        Reflect.deleteProperty(layer, 'call'); // its class has the method
      else Object.defineProperty(layer, 'call', own);
    }
  }
}
