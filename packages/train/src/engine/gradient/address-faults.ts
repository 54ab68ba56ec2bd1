import { type LayerAddress, SproutError } from '@sprout/core';

/** The error for an objective that does not depend on the layer `wrt`. */
export function independentOf({ layer }: LayerAddress): SproutError<'option-invalid'> {
  const rule = 'a layer that the objective depends on';
  return new SproutError('option-invalid', { option: 'wrt', value: layer, rule });
}

/** The error for `beforeActivation` on a layer without an activation. */
export function withoutActivation(layer: string): SproutError<'option-invalid'> {
  const rule = 'a layer with an activation, for beforeActivation';
  return new SproutError('option-invalid', { option: 'layer', value: layer, rule });
}
