import { someBackend } from '../../../model/tfjs/some-backend.ts';

/** Loads tfjs' wasm backend. Where no backend is active yet, another one becomes active first: tfjs would choose wasm. */
export async function loadWasm(): Promise<typeof import('@tensorflow/tfjs-backend-wasm')> {
  someBackend();
  return await import('@tensorflow/tfjs-backend-wasm');
}
