import type { Koffi } from './load-koffi.ts';

/** The version of the table of functions, and of the functions in it. */
const API_VERSION = 16;

/**
 * The functions of onnxruntime's C API that are used here: their positions in the table `OrtApi`, which never change, and the types
 * of their arguments. Most return a status, which is null for success.
 *
 * @see https://onnxruntime.ai/docs/api/c/struct_ort_api.html
 */
const FUNCTIONS = {
  createSessionFromArray: [8, ['void*', 'void*', 'size_t', 'void*', 'void*']],
  run: [9, ['void*', 'void*', 'void*', 'void*', 'size_t', 'void*', 'size_t', 'void*']],
  createSessionOptions: [10, ['void*']],
  setSessionLogSeverityLevel: [22, ['void*', 'int']],
  setSessionGraphOptimizationLevel: [23, ['void*', 'int']],
  setIntraOpNumThreads: [24, ['void*', 'int']],
  setInterOpNumThreads: [25, ['void*', 'int']],
  createTensorWithData: [49, ['void*', 'void*', 'size_t', 'void*', 'size_t', 'int', 'void*']],
  getTensorMutableData: [51, ['void*', 'void*']],
  getDimensionsCount: [61, ['void*', 'void*']],
  getDimensions: [62, ['void*', 'void*', 'size_t']],
  getTensorTypeAndShape: [65, ['void*', 'void*']],
  createCpuMemoryInfo: [69, ['int', 'int', 'void*']],
  createEnvWithGlobalThreadPools: [119, ['int', 'str', 'void*', 'void*']],
  disablePerSessionThreads: [120, ['void*']],
  createThreadingOptions: [121, ['void*']],
  addSessionConfigEntry: [130, ['void*', 'str', 'str']],
  createAndRegisterAllocator: [144, ['void*', 'void*', 'void*']],
  setGlobalIntraOpNumThreads: [147, ['void*', 'int']],
  setGlobalInterOpNumThreads: [148, ['void*', 'int']],
  setGlobalSpinControl: [149, ['void*', 'int']],
} as const;

/** Functions without a status. */
const getErrorMessage = 2;
const releaseStatus = 93;
const RELEASES = {
  releaseSession: 95,
  releaseValue: 96,
  releaseTensorTypeAndShapeInfo: 99,
  releaseSessionOptions: 100,
} as const;

/** An address. */
export type Pointer = bigint;
type Argument = Pointer | number | string | ArrayBufferView | null;

/** The functions of the C API. Those with a status throw an `Error` with onnxruntime's message. */
export type CApi = {
  readonly [Name in keyof typeof FUNCTIONS]: (...args: readonly Argument[]) => void;
} & { readonly [Name in keyof typeof RELEASES]: (pointer: Pointer) => void };

/**
 * The C API of a loaded library.
 *
 * @param version The version that the library must have.
 * @throws {Error} Where the library is of another version.
 */
export function cApi(koffi: Koffi, library: string, version: string): CApi {
  const getBase = koffi.load(library).func('OrtGetApiBase', 'void*', []);
  const [getApi, getVersion] = addresses(koffi, getBase() as Pointer, 2); // a pointer to a struct of two functions
  const found = callable(koffi, getVersion!, { result: 'str', args: [] })();
  if (found !== version) throw new Error(`${library} has version ${String(found)}, not ${version}`);
  const table = callable(koffi, getApi!, { result: 'void*', args: ['uint32'] })(API_VERSION);
  const last = Math.max(...Object.values(FUNCTIONS).map(([index]) => index));
  const functions = addresses(koffi, table as Pointer, last + 1);
  const at = (index: number, result: string, args: readonly string[] = ['void*']) =>
    callable(koffi, functions[index]!, { result, args });
  const message = at(getErrorMessage, 'str');
  const release = at(releaseStatus, 'void');
  const checked = (index: number, args: readonly string[]) => {
    const call = at(index, 'void*', args);
    return (...given: readonly Argument[]): void => {
      const status = call(...given);
      if (status === null) return;
      const text = String(message(status));
      release(status);
      throw new Error(text);
    };
  };
  return Object.fromEntries([
    ...Object.entries(FUNCTIONS).map(([name, [index, args]]) => [name, checked(index, args)]),
    ...Object.entries(RELEASES).map(([name, index]) => [name, at(index, 'void')]),
  ]) as CApi; // made from the same tables
}

/** `count` addresses that are stored one after the other. */
function addresses(koffi: Koffi, from: Pointer, count: number): BigUint64Array {
  return new BigUint64Array(koffi.view(from, count * BigUint64Array.BYTES_PER_ELEMENT));
}

function callable(
  koffi: Koffi,
  address: Pointer,
  { result, args }: { readonly result: string; readonly args: readonly string[] },
): (...given: readonly unknown[]) => unknown {
  const type = koffi.proto(result, args);
  return (...given) => koffi.call(address, type, ...given);
}
