import '@tensorflow/tfjs-backend-cpu';
import { enableProdMode, getBackend, setBackend } from '@tensorflow/tfjs-core';

/** Starts the backend `cpu` unless TensorFlow.js has a backend: a model needs one for its weights. Suppresses its greeting. */
export function someBackend(): void {
  if (getBackend() !== undefined) return;
  enableProdMode();
  void setBackend('cpu'); // cpu starts synchronously
}
