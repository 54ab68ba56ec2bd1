import '@tensorflow/tfjs-backend-cpu';
import { enableProdMode, setBackend } from '@tensorflow/tfjs-core';
import type { EngineName } from '../../contract/engine-name.ts';
import { startTensorflow } from '../node/start-tensorflow.ts';
import { startWasm } from './start-wasm.ts';

/** The backends of tfjs that are engines. */
export type TfjsBackend = Exclude<EngineName, 'onnx'>;

/**
 * Starts a backend, once for each thread, and makes it the active one.
 *
 * @throws {SproutError} `engine-unavailable` with the reason.
 */
export async function startBackend(
  backend: TfjsBackend,
  { threads }: { threads: number },
): Promise<void> {
  enableProdMode(); // silences tfjs' advice to install another package
  if (backend === 'wasm') await startWasm({ threads });
  if (backend === 'tensorflow') await startTensorflow();
  await setBackend(backend);
}
