import '@tensorflow/tfjs-backend-cpu';
import { enableProdMode, setBackend } from '@tensorflow/tfjs-core';
import type { EngineName } from '../../contract/engine-name.ts';
import { startTensorflow } from '../node/start-tensorflow.ts';
import { startWasm } from './start-wasm.ts';

/** The backends of tfjs that are engines. */
export type TfjsBackend = Exclude<EngineName, 'onnx'>;

/** Settled when the last start has ended. */
let lastStart: Promise<unknown> = Promise.resolve();

/**
 * Starts a backend, once for each thread, and makes it the active one. Starts follow one another: where two backends start at the
 * same time, tfjs drops the first of them.
 *
 * @throws {SproutError} `engine-unavailable` with the reason.
 */
export async function startBackend(
  backend: TfjsBackend,
  settings: { readonly threads: number },
): Promise<void> {
  const started = lastStart.then(() => start(backend, settings));
  lastStart = started.catch(() => undefined);
  return started;
}

async function start(backend: TfjsBackend, { threads }: { threads: number }): Promise<void> {
  enableProdMode(); // silences tfjs' advice to install another package
  if (backend === 'wasm') await startWasm({ threads });
  if (backend === 'tensorflow') await startTensorflow();
  await setBackend(backend);
}
