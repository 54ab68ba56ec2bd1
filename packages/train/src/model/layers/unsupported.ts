import { SproutError } from '@sprout/core';

/** The error for a layer that cannot be used as it is. */
export function unsupportedLayer(name: string, reason: string): SproutError<'model-unsupported'> {
  return new SproutError('model-unsupported', { what: `Layer ${name}`, reason });
}

/** The error for a model that cannot be used as a whole. */
export function unsupportedModel(reason: string): SproutError<'model-unsupported'> {
  return new SproutError('model-unsupported', { what: 'The model', reason });
}
