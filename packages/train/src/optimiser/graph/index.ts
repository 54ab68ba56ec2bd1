import type { OptimiserSpec } from '../optimiser-spec.ts';
import { adam } from './adam.ts';
import { rmsprop } from './rmsprop.ts';
import { sgd } from './sgd.ts';
import type { UpdateRule } from './update-rule.ts';

/** The update of one weight under an optimiser. */
export function updateRule(spec: OptimiserSpec): UpdateRule {
  switch (spec.name) {
    case 'sgd':
      return sgd(spec);
    case 'adam':
    case 'adamw':
      return adam(spec);
    case 'rmsprop':
      return rmsprop(spec);
  }
}

/** What Adam multiplies its step by in step `step` (from 0): the learning rate with its bias correction; else the learning rate. */
export function stepSize(
  spec: OptimiserSpec,
  { learningRate, step }: { readonly learningRate: number; readonly step: number },
): number {
  if (spec.name !== 'adam' && spec.name !== 'adamw') return learningRate;
  return (learningRate * Math.sqrt(1 - spec.beta2 ** (step + 1))) / (1 - spec.beta1 ** (step + 1));
}
