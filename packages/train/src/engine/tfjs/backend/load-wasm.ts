import { someBackend } from '../../../model/tfjs/some-backend.ts';

/** Loads tfjs' wasm backend. Makes another backend active before, where none is active: otherwise tfjs would start wasm. */
export async function loadWasm(): Promise<typeof import('@tensorflow/tfjs-backend-wasm')> {
  someBackend();
  return await import('@tensorflow/tfjs-backend-wasm');
}
