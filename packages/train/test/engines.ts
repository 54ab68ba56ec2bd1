import type { EngineName } from '../src/engine/contract/engine-name.ts';
import { onnxruntime } from './onnxruntime-here.ts';

/** The engines that tests run on: onnx where it loads, wasm and cpu. */
export const ENGINES: readonly EngineName[] = [
  ...(onnxruntime === undefined ? [] : (['onnx'] as const)),
  'wasm',
  'cpu',
];
