import { ELEMENT_TYPES } from '../../../graph/ir/onnx-graph.ts';
import { elementCount } from '../../../tensor/element-count.ts';
import type { CApi, Pointer } from './c-api.ts';
import type { Koffi } from './load-koffi.ts';
import type { FloatTensor, NativeTensor } from './tensors.ts';

/** A library of onnxruntime that is ready for use. */
export interface NativeLibrary {
  readonly koffi: Koffi;
  readonly api: CApi;
  /** The description of the processor's memory, which tensors are made with. */
  readonly memory: Pointer;
}

/** The values of the C API that a run uses. They are freed after it. */
export class NativeValues {
  readonly #library: NativeLibrary;
  readonly #owned: Pointer[] = [];
  readonly #result = new BigUint64Array(1);

  constructor(library: NativeLibrary) {
    this.#library = library;
  }

  /** A value on the memory of a tensor. */
  of({ data, dims, type }: NativeTensor): Pointer {
    const { api, memory } = this.#library;
    const shape = BigInt64Array.from(dims, BigInt);
    const element = ELEMENT_TYPES[type];
    api.createTensorWithData(
      memory,
      data,
      data.byteLength,
      shape,
      shape.length,
      element,
      this.#result,
    );
    return this.own(this.#result[0]!);
  }

  /** Frees a value with the others. Returns the value. */
  own(value: Pointer): Pointer {
    this.#owned.push(value);
    return value;
  }

  /** The floats of a value as a new tensor. */
  copy(value: Pointer): FloatTensor {
    const { koffi, api } = this.#library;
    const dims = this.#dimensions(value);
    const length = elementCount(dims);
    if (length === 0) return { type: 'float32', dims, data: new Float32Array() };
    api.getTensorMutableData(value, this.#result);
    const bytes = length * Float32Array.BYTES_PER_ELEMENT;
    const data = new Float32Array(koffi.view(this.#result[0]!, bytes)).slice();
    return { type: 'float32', dims, data };
  }

  #dimensions(value: Pointer): number[] {
    const { api } = this.#library;
    api.getTensorTypeAndShape(value, this.#result);
    const info = this.#result[0]!;
    api.getDimensionsCount(info, this.#result);
    const dims = new BigInt64Array(Number(this.#result[0]));
    if (dims.length > 0) api.getDimensions(info, dims, dims.length);
    api.releaseTensorTypeAndShapeInfo(info);
    return [...dims].map(Number);
  }

  [Symbol.dispose](): void {
    for (const value of this.#owned) this.#library.api.releaseValue(value);
  }
}
