import '@tensorflow/tfjs-backend-cpu';
import { enableProdMode, setBackend } from '@tensorflow/tfjs-core';
import { startTensorflow } from './node/start-tensorflow.ts';
import { startWasm } from './start-wasm.ts';

/** The backends of tfjs that a session can run on. */
export type TfjsBackend = 'cpu' | 'wasm' | 'tensorflow';

/**
 * Starts a backend, once a thread, and puts it in charge.
 *
 * @throws {SproutError} `engine-unavailable` with the reason.
 */
export async function startBackend(
  backend: TfjsBackend,
  { threads }: { threads: number },
): Promise<void> {
  enableProdMode(); // quietens tfjs' advice to install another package
  if (backend === 'wasm') await startWasm({ threads });
  if (backend === 'tensorflow') await startTensorflow();
  await setBackend(backend);
}
