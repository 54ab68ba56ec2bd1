import { systemReason } from '@sprout/core';
import { EXIT } from './exit-code.ts';

/** The end of the program after an error of the operating system, or for lack of memory: a sentence and an exit code. */
export interface MachineFailure {
  readonly message: string;
  readonly exitCode: number;
}

const NO_MEMORY =
  /array buffer allocation failed|invalid array buffer length|invalid typed array length|out of memory|could not allocate memory|failed to allocate memory|bad_alloc|bad allocation/i;

/** The failure for an error of the operating system, or for memory that is used up; `undefined` for any other error. */
export function failureOf(error: unknown): MachineFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  if (
    NO_MEMORY.test(error.message) ||
    ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
  )
    return {
      message: 'There is not enough memory; smaller batches may help: --batch-size',
      exitCode: EXIT.failure,
    };
  if (!('syscall' in error)) return undefined;
  const file = 'path' in error ? String(error.path) : 'a file';
  return { message: `Cannot use ${file}: ${systemReason(error)}`, exitCode: EXIT.inputOutput };
}
