import {
  add,
  div,
  mul,
  sqrt,
  square,
  sub,
  type Tensor,
  type Variable,
} from '@tensorflow/tfjs-core';
import type { OptimiserSpec } from '../../optimiser/optimiser-spec.ts';
import type { Slot } from '../../optimiser/optimiser-slots.ts';

export interface WeightUpdate {
  readonly weight: Variable;
  readonly gradient: Tensor;
  readonly slots: ReadonlyMap<Slot, Variable>;
  readonly learningRate: number;
  /** The number of optimiser steps before this one. */
  readonly step: number;
}

type Update<Name> = (
  optimiser: Extract<OptimiserSpec, { name: Name }>,
  update: WeightUpdate,
) => void;

const sgd: Update<'sgd'> = ({ momentum, nesterov }, { weight, gradient, slots, learningRate }) => {
  const descent = mul(gradient, -learningRate);
  const velocity = slots.get('velocity');
  if (velocity === undefined) return weight.assign(add(weight, descent));
  velocity.assign(add(mul(velocity, momentum), descent));
  weight.assign(add(weight, nesterov ? add(mul(velocity, momentum), descent) : velocity));
};

const adam: Update<'adam' | 'adamw'> = (
  optimiser,
  { weight, gradient, slots, learningRate, step },
) => {
  const { beta1, beta2, epsilon } = optimiser;
  const m = slots.get('m')!; // slotsOf gives adam both
  const v = slots.get('v')!;
  m.assign(add(mul(m, beta1), mul(gradient, 1 - beta1)));
  v.assign(add(mul(v, beta2), mul(square(gradient), 1 - beta2)));
  const rate = (learningRate * Math.sqrt(1 - beta2 ** (step + 1))) / (1 - beta1 ** (step + 1));
  const decays = optimiser.name === 'adamw' && weight.rank >= 2;
  const kept = decays ? mul(weight, 1 - learningRate * optimiser.weightDecay) : weight;
  weight.assign(sub(kept, mul(div(m, add(sqrt(v), epsilon)), rate)));
};

const rmsprop: Update<'rmsprop'> = (optimiser, { weight, gradient, slots, learningRate }) => {
  const { rho, momentum, epsilon } = optimiser;
  const v = slots.get('v')!; // slotsOf gives rmsprop one always
  v.assign(add(mul(v, rho), mul(square(gradient), 1 - rho)));
  const ascent = mul(div(gradient, sqrt(add(v, epsilon))), learningRate);
  const velocity = slots.get('velocity');
  if (velocity === undefined) return weight.assign(sub(weight, ascent));
  velocity.assign(add(mul(velocity, momentum), ascent));
  weight.assign(sub(weight, velocity));
};

/** One step of one weight by the formulas of `optimiserSchema`. Call within `tf.tidy`. */
export function updateWeight(optimiser: OptimiserSpec, update: WeightUpdate): void {
  switch (optimiser.name) {
    case 'sgd':
      return sgd(optimiser, update);
    case 'adam':
    case 'adamw':
      return adam(optimiser, update);
    case 'rmsprop':
      return rmsprop(optimiser, update);
    default:
      return optimiser satisfies never;
  }
}
