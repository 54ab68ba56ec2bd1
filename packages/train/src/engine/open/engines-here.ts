import { isSproutError, SproutError } from '@sprout/core';
import { version_cpu } from '@tensorflow/tfjs-backend-cpu';
import { env } from '@tensorflow/tfjs-core';
import { onnxruntimeVersion } from '../node/onnxruntime-version.ts';
import { loadOnnxruntime } from '../onnx/runtime/load-onnxruntime.ts';
import { startTensorflow } from '../tfjs/node/start-tensorflow.ts';
import { keepingBackend } from '../tfjs/backend/keeping-backend.ts';
import { loadWasm } from '../tfjs/backend/load-wasm.ts';
import type { EngineName } from '../contract/engine-name.ts';

/** Whether and how an engine runs on this machine. */
export interface EngineReport {
  readonly name: EngineName;
  readonly available: boolean;
  readonly version: string | undefined;
  /** The processor or library that it runs on. */
  readonly detail: string | undefined;
  readonly gpu: boolean;
  /** The reason why the engine is not available. */
  readonly reason: string | undefined;
}

type Found = Pick<EngineReport, 'version' | 'detail'> & { readonly gpu?: boolean };

const DETECTORS: Readonly<Record<EngineName, () => Promise<Found>>> = {
  tensorflow: async () => {
    const { package: name, version, gpu } = await keepingBackend(startTensorflow);
    return { version, detail: `${gpu ? 'GPU' : 'CPU'}, by ${name}`, gpu };
  },
  onnx: async () => {
    await loadOnnxruntime();
    return { version: onnxruntimeVersion(), detail: 'CPU, by onnxruntime-node' };
  },
  wasm: async () => {
    if (!('WebAssembly' in globalThis)) {
      const reason = 'this process runs without WebAssembly';
      throw new SproutError('engine-unavailable', { engine: 'wasm', reason });
    }
    const { version_wasm: version } = await loadWasm();
    const simd = await env().getAsync('WASM_HAS_SIMD_SUPPORT');
    const native = await env().getAsync('WASM_HAS_MULTITHREAD_SUPPORT');
    const threads = native || env().getBool('IS_NODE'); // `threaded-wasm.ts` starts them in Node
    const features = [simd ? 'SIMD' : 'no SIMD', threads ? 'threads' : 'one thread'];
    return { version, detail: `WebAssembly, ${features.join(', ')}` };
  },
  cpu: async () => ({ version: version_cpu, detail: 'JavaScript, slow' }),
};

/** Reports on all engines, fastest first. Loads the native engines in this thread to find out whether they are available. */
export async function enginesHere(): Promise<readonly EngineReport[]> {
  const reports: EngineReport[] = [];
  for (const name of Object.keys(DETECTORS)) reports.push(await engineHere(name as EngineName)); // the table's own keys
  return reports;
}

/** Reports on one engine. Loads it where it is native. */
export async function engineHere(name: EngineName): Promise<EngineReport> {
  try {
    return { name, available: true, gpu: false, ...(await DETECTORS[name]()), reason: undefined };
  } catch (error) {
    if (!isSproutError(error, 'engine-unavailable')) throw error;
    const { reason } = error.context;
    return { name, available: false, version: undefined, detail: undefined, gpu: false, reason };
  }
}
