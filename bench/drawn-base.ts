import {
  type BaseName,
  createBase,
  type CreateBaseOptions,
  type ModelDefinition,
  withWeights,
} from '@sprout/train';

/** A base with initial weights: its speed is that of the released weights. */
export function drawnBase(name: BaseName, options: CreateBaseOptions): ModelDefinition {
  return withWeights(createBase(name, options), { seed: 0 });
}
