import type { EngineName } from '../src/engine/contract/engine-name.ts';
import { onnxruntime } from './onnxruntime-here.ts';

/** The engines that a test runs on: onnx where it loads, and those of tfjs. */
export const ENGINES: readonly EngineName[] = [
  ...(onnxruntime === undefined ? [] : (['onnx'] as const)),
  'wasm',
  'cpu',
];
