/**
 * The layers that a stage of a training trains, with the factor by which each multiplies the learning rate. All other layers
 * are frozen.
 */
export type LayerRates = ReadonlyMap<string, number>;

/** The factor of a weight, named `layer/role`; 1 without rates. */
export function rateOf(weight: string, rates: LayerRates | undefined): number {
  return rates?.get(weight.slice(0, weight.lastIndexOf('/'))) ?? 1;
}
