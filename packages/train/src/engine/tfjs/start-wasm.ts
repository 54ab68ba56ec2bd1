import '@tensorflow/tfjs-backend-wasm';
import { SproutError } from '@sprout/core';
import { setBackend } from '@tensorflow/tfjs-core';
import { registerWasmKernels } from './wasm-kernels/register-wasm-kernels.ts';

export interface StartWasmOptions {
  readonly threads: number;
}

/**
 * Starts tfjs' wasm backend with the mended kernels.
 *
 * @throws {SproutError} `engine-unavailable`.
 */
export async function startWasm({ threads }: StartWasmOptions): Promise<void> {
  registerWasmKernels();
  void threads;
  if (!(await setBackend('wasm'))) {
    throw new SproutError('engine-unavailable', {
      engine: 'wasm',
      reason: 'its binary does not start',
    });
  }
}
