import { SproutError } from '@sprout/core';
import { onnxruntimeVersion } from '../../node/onnxruntime-version.ts';
import { cApi } from './c-api.ts';
import { libraryFile } from './library-file.ts';
import { loadKoffi } from './load-koffi.ts';
import { type Onnxruntime, startOnnxruntime } from './start-onnxruntime.ts';

let started: Onnxruntime | undefined;

/**
 * onnxruntime of the package onnxruntime-node, called through its C API. The addon of that package copies outputs, takes no shared
 * memory, and has no settings for threads that wait.
 *
 * @throws {SproutError} `engine-unavailable` where one of the optional packages is missing or does not load.
 */
export async function loadOnnxruntime(): Promise<Onnxruntime> {
  try {
    const koffi = await loadKoffi();
    started ??= startOnnxruntime({
      koffi,
      api: cApi(koffi, libraryFile(), onnxruntimeVersion()),
    });
    return started;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0]! : String(cause);
    throw new SproutError('engine-unavailable', { engine: 'onnx', reason }, { cause });
  }
}
