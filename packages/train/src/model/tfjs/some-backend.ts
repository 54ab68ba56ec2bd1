import '@tensorflow/tfjs-backend-cpu';
import { enableProdMode, getBackend, setBackend } from '@tensorflow/tfjs-core';

/** Makes sure that tfjs has a backend to keep weights on: the one in use, else `cpu`. Quietens its greeting. */
export function someBackend(): void {
  if (getBackend() !== undefined) return;
  enableProdMode();
  void setBackend('cpu'); // cpu starts synchronously
}
