import '@tensorflow/tfjs-backend-wasm';
import { SproutError } from '@sprout/core';
import {
  env,
  findBackend,
  registerBackend,
  removeBackend,
  setBackend,
} from '@tensorflow/tfjs-core';
import { registerWasmKernels } from './wasm-kernels/register-wasm-kernels.ts';

export interface StartWasmOptions {
  /** For matrix products and convolutions; one where more cannot be started. */
  readonly threads: number;
}

const PRIORITY = 2; // as tfjs registers it

/**
 * Starts tfjs' wasm backend with the mended kernels, once a thread; a backend that runs already is kept as it is.
 *
 * @throws {SproutError} `engine-unavailable`.
 */
export async function startWasm({ threads }: StartWasmOptions): Promise<void> {
  registerWasmKernels();
  const running = (findBackend('wasm') as object | null) !== null; // null until it has started, whatever the declaration says
  if (!running && threads > 1 && env().getBool('IS_NODE')) await replaceByThreaded(threads);
  if (!(await setBackend('wasm'))) {
    throw new SproutError('engine-unavailable', {
      engine: 'wasm',
      reason: 'its binary does not start',
    });
  }
}

async function replaceByThreaded(threads: number): Promise<void> {
  const { startThreadedWasm } = await import('./node/threaded-wasm.ts');
  try {
    const backend = await startThreadedWasm(threads);
    removeBackend('wasm');
    registerBackend('wasm', () => backend, PRIORITY);
  } catch {
    // the binary for one thread, which stays registered, does the same work slower
  }
}
