import { someBackend } from '../../model/tfjs/some-backend.ts';

/** Loads tfjs' wasm backend. It does not become the backend of a program that has not chosen one, which tfjs would make it. */
export async function loadWasm(): Promise<typeof import('@tensorflow/tfjs-backend-wasm')> {
  someBackend();
  return await import('@tensorflow/tfjs-backend-wasm');
}
