import type { ParameterLimit } from './limit-parameters.ts';

/** 4 MB more than the weights may be allocated, so that a weight that is missing is named by its own error. */
const SLACK = 2 ** 20;

/** The limit for a model whose weights have this number of parameters. */
export function limitFor(parameters: number): ParameterLimit {
  return { limit: parameters + SLACK, origin: `its weights have ${parameters}` };
}
