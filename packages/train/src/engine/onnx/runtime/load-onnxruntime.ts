import { SproutError } from '@sprout/core';
import { claimOnnxruntime, releaseOnnxruntime } from '../../node/claim-onnxruntime.ts';

/** A tensor of the native binding. */
export interface NativeTensor {
  readonly type: 'float32' | 'uint8' | 'bool' | 'int64';
  readonly dims: readonly number[];
  readonly data: Float32Array | Uint8Array | BigInt64Array;
}

/** A tensor of floats. */
export interface FloatTensor extends NativeTensor {
  readonly type: 'float32';
  readonly data: Float32Array;
}

/** An inference session of onnxruntime: a loaded ONNX file with its thread pool. */
export interface NativeSession {
  loadModel(
    buffer: ArrayBufferLike,
    offset: number,
    length: number,
    options: NativeSessionOptions,
  ): void;
  /**
   * Runs synchronously, in the calling thread. An output that has a tensor in `fetches` is written to it. Where the returned
   * tensors are used, `fetches` must name all outputs: 1.16.3 mixes up names otherwise.
   */
  run(
    feeds: Readonly<Record<string, NativeTensor>>,
    fetches: Readonly<Record<string, NativeTensor | null>>,
    options: object,
  ): Record<string, FloatTensor>;
}

export interface NativeSessionOptions {
  readonly intraOpNumThreads: number;
  readonly interOpNumThreads: number;
  readonly graphOptimizationLevel: 'disabled' | 'basic' | 'extended' | 'all';
  readonly executionMode: 'sequential';
  /** From 0 (all messages) to 4 (fatal errors only). Errors are also thrown. */
  readonly logSeverityLevel: number;
}

/** The part of onnxruntime-node that is used here. */
export interface Onnxruntime {
  readonly InferenceSession: new () => NativeSession;
}

/**
 * onnxruntime-node's native binding. The public `InferenceSession.run` wraps the same synchronous call in a promise and
 * tensor objects, which are not needed here.
 *
 * @throws {SproutError} `engine-unavailable` where the optional package is missing, does not load, or another thread has
 *   claimed it.
 */
export async function loadOnnxruntime(): Promise<Onnxruntime> {
  // a variable, so that bundlers for browsers do not resolve it
  const specifier = 'onnxruntime-node/dist/binding.js';
  if (!claimOnnxruntime()) {
    const reason = 'another thread of this process has it, or had, and it loads into one only';
    throw new SproutError('engine-unavailable', { engine: 'onnx', reason });
  }
  try {
    const { binding } = (await import(/* @vite-ignore */ specifier)) as {
      readonly binding: Onnxruntime;
    }; // pinned at 1.16.3, whose binding.js exports this
    return binding;
  } catch (cause) {
    releaseOnnxruntime();
    const reason = cause instanceof Error ? cause.message.split('\n')[0]! : String(cause);
    throw new SproutError('engine-unavailable', { engine: 'onnx', reason }, { cause });
  }
}
