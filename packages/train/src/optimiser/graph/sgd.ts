import type { OptimiserSpec } from '../optimiser-spec.ts';
import { add, multiply, subtract } from '../../graph/emit/elementwise.ts';
import type { UpdateRule } from './update-rule.ts';

/** Gradient descent; with momentum through `velocity`, as Keras has it. */
export function sgd({ momentum, nesterov }: Extract<OptimiserSpec, { name: 'sgd' }>): UpdateRule {
  return ({ graph, scalars, weight, gradient, state, keep }) => {
    const step = multiply(graph, gradient, scalars.learningRate);
    if (momentum === 0) return subtract(graph, weight, step);
    const velocity = subtract(graph, multiply(graph, state('velocity'), momentum), step);
    keep('velocity', velocity);
    if (!nesterov) return add(graph, weight, velocity);
    return add(graph, weight, subtract(graph, multiply(graph, velocity, momentum), step));
  };
}
