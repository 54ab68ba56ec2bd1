import { add, divide, multiply, subtract, unary } from '../../graph/emit/elementwise.ts';
import type { OptimiserSpec } from '../optimiser-spec.ts';
import type { UpdateRule } from './update-rule.ts';

/** RMSprop; with momentum through `velocity`, as Keras has it. */
export function rmsprop(spec: Extract<OptimiserSpec, { name: 'rmsprop' }>): UpdateRule {
  const { rho, momentum, epsilon } = spec;
  return ({ graph, scalars, weight, gradient, state, keep }) => {
    const squares = multiply(graph, multiply(graph, gradient, gradient), 1 - rho);
    const variance = add(graph, multiply(graph, state('v'), rho), squares);
    keep('v', variance);
    const scaled = multiply(graph, gradient, scalars.learningRate);
    const step = divide(graph, scaled, unary(graph, 'Sqrt', add(graph, variance, epsilon)));
    if (momentum === 0) return subtract(graph, weight, step);
    const velocity = add(graph, multiply(graph, state('velocity'), momentum), step);
    keep('velocity', velocity);
    return subtract(graph, weight, velocity);
  };
}
