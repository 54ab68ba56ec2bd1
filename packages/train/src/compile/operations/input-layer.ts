import type { Emitted, OperationContext } from '../operation.ts';

/** The model's input: passes on what the graph is fed. */
export function inputLayer({ inputs }: OperationContext): Emitted {
  return { output: inputs[0]!, backward: () => [] }; // the compiler hands it the graph's own input
}
