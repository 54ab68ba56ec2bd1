import type { OptimiserSpec } from './optimiser-spec.ts';

/** What an optimiser remembers of each weight: one tensor of the weight's shape a slot, named `<weight>/<slot>`. */
export type Slot = 'm' | 'v' | 'velocity';

/** The slots that an optimiser with these settings needs. */
export function slotsOf(optimiser: OptimiserSpec): readonly Slot[] {
  switch (optimiser.name) {
    case 'sgd':
      return optimiser.momentum > 0 ? ['velocity'] : [];
    case 'rmsprop':
      return optimiser.momentum > 0 ? ['v', 'velocity'] : ['v'];
    case 'adam':
    case 'adamw':
      return ['m', 'v'];
    default:
      return optimiser satisfies never;
  }
}
