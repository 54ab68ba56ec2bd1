import { ELEMENT_TYPES } from '../../../graph/ir/onnx-graph.ts';
import type { CApi, Pointer } from './c-api.ts';
import type { Koffi } from './load-koffi.ts';
import type { FloatTensor, NativeTensor, Tensors } from './tensors.ts';

/** A loaded ONNX file. Its native memory is freed by the garbage collector. */
export interface OnnxSession {
  /** Runs synchronously, in the calling thread. Writes the outputs to the given tensors. */
  readonly runInto: (inputs: Tensors, outputs: Tensors) => void;
  /** Runs synchronously, in the calling thread. Returns new tensors of the named outputs, which must be floats. */
  readonly run: (inputs: Tensors, outputs: readonly string[]) => Record<string, FloatTensor>;
}

/** A library of onnxruntime that is ready for use. */
export interface NativeLibrary {
  readonly koffi: Koffi;
  readonly api: CApi;
  /** The description of the processor's memory, which tensors are made with. */
  readonly memory: Pointer;
}

/** Wraps a session of the C API, which `handle` refers to, and which is freed with the returned object. */
export function onnxSession(library: NativeLibrary, handle: Pointer): OnnxSession {
  const { koffi, api } = library;
  const owner = { handle }; // both functions refer to it, so that it is alive as long as one of them
  const names = new Map<string, { readonly text: Uint8Array; readonly address: Pointer }>();
  const nameAddress = (name: string): Pointer => {
    const known = names.get(name);
    if (known !== undefined) return known.address;
    const text = new TextEncoder().encode(`${name}\0`);
    const address = koffi.address(text);
    names.set(name, { text, address });
    return address;
  };
  freed(api).register(owner, handle);
  return {
    runInto: (inputs, outputs) => {
      using values = new NativeValues(library);
      const targets = BigUint64Array.from(Object.values(outputs), (target) => values.of(target));
      compute(inputs, { values, names: Object.keys(outputs), targets });
    },
    run: (inputs, outputs) => {
      using values = new NativeValues(library);
      const targets = new BigUint64Array(outputs.length); // null: onnxruntime allocates the outputs
      compute(inputs, { values, names: outputs, targets });
      for (const made of targets) values.own(made);
      return Object.fromEntries(outputs.map((name, at) => [name, values.copy(targets[at]!)]));
    },
  };

  function compute(
    inputs: Tensors,
    outputs: {
      readonly values: NativeValues;
      readonly names: readonly string[];
      readonly targets: BigUint64Array;
    },
  ): void {
    const given = BigUint64Array.from(Object.values(inputs), (input) => outputs.values.of(input));
    const inputNames = BigUint64Array.from(Object.keys(inputs), nameAddress);
    const outputNames = BigUint64Array.from(outputs.names, nameAddress);
    const { targets } = outputs;
    api.run(
      owner.handle,
      null,
      inputNames,
      given,
      given.length,
      outputNames,
      targets.length,
      targets,
    );
  }
}

/** The values of the C API that a run uses. They are freed after it. */
class NativeValues {
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

  own(value: Pointer): Pointer {
    this.#owned.push(value);
    return value;
  }

  /** The floats of a value as a new tensor. */
  copy(value: Pointer): FloatTensor {
    const { koffi, api } = this.#library;
    const dims = this.#dimensions(value);
    const length = dims.reduce((product, each) => product * each, 1);
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

const registries = new WeakMap<CApi, FinalizationRegistry<Pointer>>();

/** Frees sessions after their owners are collected. */
function freed(api: CApi): FinalizationRegistry<Pointer> {
  const known = registries.get(api);
  if (known !== undefined) return known;
  const made = new FinalizationRegistry<Pointer>((handle) => api.releaseSession(handle));
  registries.set(api, made);
  return made;
}
