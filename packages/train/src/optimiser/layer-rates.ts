/**
 * The names of the layers that a stage of a training trains, with their factors of the learning rate. All other layers are
 * frozen.
 */
export type LayerRates = ReadonlyMap<string, number>;

/** The factor of a weight, whose name is `layer/role`; 1 without rates. */
export function rateOf(weight: string, rates: LayerRates | undefined): number {
  return rates?.get(weight.slice(0, weight.lastIndexOf('/'))) ?? 1;
}
