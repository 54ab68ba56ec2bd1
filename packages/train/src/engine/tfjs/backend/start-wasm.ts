import { SproutError } from '@sprout/core';
import { engine, env, registerBackend, removeBackend, setBackend } from '@tensorflow/tfjs-core';
import { loadWasm } from './load-wasm.ts';
import { keepingErrorHandlers } from '../node/keeping-error-handlers.ts';
import { registerWasmKernels } from '../wasm-kernels/register-wasm-kernels.ts';

export interface StartWasmOptions {
  /** The number of threads for matrix products and convolutions. One thread is used where more cannot be started. */
  readonly threads: number;
}

const PRIORITY = 2; // as tfjs registers it

let preparing: Promise<void> | undefined;

/**
 * Starts tfjs' wasm backend with the kernels of `registerWasmKernels`, once for each thread. A running backend is kept.
 *
 * @throws {SproutError} `engine-unavailable`.
 */
export async function startWasm({ threads }: StartWasmOptions): Promise<void> {
  await (preparing ??= prepare(threads));
  const start = (): Promise<boolean> => setBackend('wasm');
  if (!(await (env().getBool('IS_NODE') ? keepingErrorHandlers(start) : start()))) {
    throw new SproutError('engine-unavailable', {
      engine: 'wasm',
      reason: 'its binary does not start',
    });
  }
}

async function prepare(threads: number): Promise<void> {
  await loadWasm();
  registerWasmKernels();
  const isRunning = 'wasm' in engine().registry;
  if (!isRunning && threads > 1 && env().getBool('IS_NODE')) await replaceByThreaded(threads);
}

async function replaceByThreaded(threads: number): Promise<void> {
  const { startThreadedWasm } = await import('../node/threaded-wasm.ts');
  try {
    const backend = await startThreadedWasm(threads);
    removeBackend('wasm');
    registerBackend('wasm', () => backend, PRIORITY);
  } catch {
    // the slower binary for one thread stays registered
  }
}
