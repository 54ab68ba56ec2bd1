import { BackendWasm, setThreadsCount } from '@tensorflow/tfjs-backend-wasm';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { keepingErrorHandlers } from './keeping-error-handlers.ts';
import { wasmThreadUrl } from './wasm-thread-url.ts';
import { withProcessorCount } from './with-processor-count.ts';
import { withWorkerClass } from './with-worker-class.ts';

const MODULE = '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.js';

type CWrap = (name: string, returns: string | null, takes: readonly string[]) => unknown;

/** The part of emscripten's module that is used here. */
interface WasmModule {
  readonly cwrap: CWrap;
  readonly PThread: { readonly runningWorkers: Worker[]; readonly unusedWorkers: Worker[] };
  tfjs?: Readonly<Record<string, unknown>>;
}

type WasmFactory = (options: {
  readonly mainScriptUrlOrBlob: string;
  readonly locateFile: (file: string) => string;
}) => Promise<WasmModule>;

/**
 * Starts the threaded binary of tfjs' wasm backend, which tfjs starts in browsers only. Its workers do not keep the process
 * alive. The error handlers of the process do not change.
 *
 * @param threads At least 2, including the calling thread.
 */
export async function startThreadedWasm(threads: number): Promise<BackendWasm> {
  const require = createRequire(import.meta.url);
  const main = require.resolve(MODULE);
  const factory = require(main) as WasmFactory; // emscripten's module factory
  const locateFile = (file: string): string => join(dirname(main), file);
  const start = (): Promise<WasmModule> => factory({ mainScriptUrlOrBlob: main, locateFile });
  const module = await keepingErrorHandlers(() =>
    withWorkerClass(threadClass(main), () => withProcessorCount(2 * threads, start)),
  );
  module.tfjs = tfjsFunctions(module.cwrap);
  setThreadsCount(threads);
  const backend = new BackendWasm(module as never); // a module as tfjs itself makes it
  const { runningWorkers, unusedWorkers } = module.PThread;
  for (const worker of runningWorkers) worker.unref();
  for (const worker of unusedWorkers.splice(0)) void worker.terminate(); // it always starts eight
  return backend;
}

/** A class of workers without the flags of this process, since they run only the binary. */
function threadClass(main: string): new () => Worker {
  const url = wasmThreadUrl(main);
  return class extends Worker {
    constructor() {
      super(url, { execArgv: [] });
    }
  };
}

/** The functions of the binary under the names that `BackendWasm` uses. */
function tfjsFunctions(cwrap: CWrap): Readonly<Record<string, unknown>> {
  return {
    init: cwrap('init', null, []),
    initWithThreadsCount: cwrap('init_with_threads_count', null, ['number']),
    getThreadsCount: cwrap('get_threads_count', 'number', []),
    registerTensor: cwrap('register_tensor', null, ['number', 'number', 'number']),
    disposeData: cwrap('dispose_data', null, ['number']),
    dispose: cwrap('dispose', null, []),
  };
}
