import { loadOnnxruntime } from '../src/engine/onnx/runtime/load-onnxruntime.ts';

/** onnxruntime, or `undefined` where it does not load. */
export const onnxruntime = await loadOnnxruntime().catch(() => undefined);
if (onnxruntime === undefined)
  console.warn('onnxruntime-node does not load: its tests are skipped');
