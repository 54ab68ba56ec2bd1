import { availableParallelism } from 'node:os';
import type { CApi, Pointer } from './c-api.ts';
import type { NativeLibrary } from './native-values.ts';
import { onnxSession, type OnnxSession } from './onnx-session.ts';

export interface SessionOptions {
  readonly threads: number;
  /**
   * Whether the session is one of many that run in turns with other work on all cores. Such sessions share threads that never spin,
   * where they use all cores, and an arena of memory, which the process keeps.
   */
  readonly isOneOfMany?: boolean;
}

/** onnxruntime in the calling thread. */
export interface Onnxruntime {
  /** Loads an ONNX file. @throws {Error} With onnxruntime's message. */
  readonly open: (file: Uint8Array, options: SessionOptions) => OnnxSession;
}

/** `ORT_LOGGING_LEVEL_FATAL`. Errors are also thrown. */
const FATAL = 4;
/** `ORT_ENABLE_ALL`. */
const ALL_OPTIMISATIONS = 99;
/** `OrtArenaAllocator` and `OrtMemTypeDefault`. */
const CPU_MEMORY = [1, 0] as const;
/** A part of onnxruntime's message where it was started before, by its addon, without threads that sessions can share. */
const NO_COMMON_THREADS = 'must be created with the the CreateEnvWithGlobalThreadPools';

/** Starts onnxruntime. The threads of a session wait by spinning during a run, and not between runs. */
export function startOnnxruntime({ koffi, api }: Omit<NativeLibrary, 'memory'>): Onnxruntime {
  const cores = availableParallelism();
  const environment = createEnvironment(api, cores);
  const memory = made((result) => api.createCpuMemoryInfo(...CPU_MEMORY, result));
  ifNew(() => api.createAndRegisterAllocator(environment, memory, null));
  let hasCommonThreads = true;
  return {
    open: (file, options) => {
      const open = (common: boolean): OnnxSession => {
        const settings = sessionOptions(api, options, common);
        try {
          const handle = made((result) =>
            api.createSessionFromArray(environment, file, file.byteLength, settings, result),
          );
          return onnxSession({ koffi, api, memory }, handle);
        } finally {
          api.releaseSessionOptions(settings);
        }
      };
      const { threads, isOneOfMany = false } = options;
      if (!hasCommonThreads || !isOneOfMany || threads !== cores) return open(false);
      try {
        return open(true);
      } catch (error) {
        if (!(error instanceof Error) || !error.message.includes(NO_COMMON_THREADS)) throw error;
        hasCommonThreads = false;
        return open(false);
      }
    },
  };
}

/** Creates the environment of all sessions, with a pool of threads that do not spin. */
function createEnvironment(api: CApi, threads: number): Pointer {
  const threading = made(api.createThreadingOptions);
  api.setGlobalIntraOpNumThreads(threading, threads);
  api.setGlobalInterOpNumThreads(threading, 1);
  api.setGlobalSpinControl(threading, 0);
  return made((result) => api.createEnvWithGlobalThreadPools(FATAL, 'sprout', threading, result));
}

function sessionOptions(
  api: CApi,
  { threads, isOneOfMany = false }: SessionOptions,
  hasCommonThreads: boolean,
): Pointer {
  const options = made(api.createSessionOptions);
  api.setSessionLogSeverityLevel(options, FATAL);
  api.setSessionGraphOptimizationLevel(options, ALL_OPTIMISATIONS);
  api.setIntraOpNumThreads(options, threads);
  api.setInterOpNumThreads(options, 1);
  api.addSessionConfigEntry(options, 'session.force_spinning_stop', '1');
  if (isOneOfMany) api.addSessionConfigEntry(options, 'session.use_env_allocators', '1');
  if (hasCommonThreads) api.disablePerSessionThreads(options);
  return options;
}

/** The address that a function of the C API writes. */
function made(write: (result: BigUint64Array) => void): Pointer {
  const result = new BigUint64Array(1);
  write(result);
  return result[0]!; // the only element
}

/** Registers something for the whole process. Another thread may have done it before. */
function ifNew(register: () => void): void {
  try {
    register();
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('already been registered'))
      throw error;
  }
}
