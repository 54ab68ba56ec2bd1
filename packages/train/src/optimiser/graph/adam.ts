import { add, divide, multiply, subtract, unary } from '../../graph/emit/elementwise.ts';
import type { OptimiserSpec } from '../optimiser-spec.ts';
import type { UpdateRule } from './update-rule.ts';

type Adam = Extract<OptimiserSpec, { name: 'adam' | 'adamw' }>;

/** Adam, and AdamW by its decay of kernels. The bias correction is in the step size. */
export function adam(spec: Adam): UpdateRule {
  const { beta1, beta2, epsilon } = spec;
  const decay = spec.name === 'adamw' ? spec.weightDecay : 0;
  return ({ graph, scalars, weight, gradient, state, keep }) => {
    const mean = add(
      graph,
      multiply(graph, state('m'), beta1),
      multiply(graph, gradient, 1 - beta1),
    );
    const squares = multiply(graph, multiply(graph, gradient, gradient), 1 - beta2);
    const variance = add(graph, multiply(graph, state('v'), beta2), squares);
    keep('m', mean);
    keep('v', variance);
    const deviation = add(graph, unary(graph, 'Sqrt', variance), epsilon);
    const step = divide(graph, multiply(graph, mean, scalars.stepSize), deviation);
    if (decay === 0 || weight.shape.length < 2) return subtract(graph, weight, step);
    const lost = multiply(graph, weight, multiply(graph, scalars.learningRate, decay));
    return subtract(graph, subtract(graph, weight, lost), step);
  };
}
