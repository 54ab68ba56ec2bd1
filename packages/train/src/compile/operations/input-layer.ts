import type { Emitted, OperationContext } from '../contract/operation.ts';

/** The model's input. */
export function inputLayer({ inputs }: OperationContext): Emitted {
  return { output: inputs[0]!, backward: () => [] }; // the images, see `contexts`
}
