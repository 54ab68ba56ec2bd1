import type { CApi, Pointer } from './c-api.ts';
import { NativeNames } from './native-names.ts';
import { type NativeLibrary, NativeValues } from './native-values.ts';
import type { FloatTensor, Tensors } from './tensors.ts';

/** A loaded ONNX file. Its native memory is freed by the garbage collector. */
export interface OnnxSession {
  /** Runs synchronously, in the calling thread. Writes the outputs to the given tensors. */
  readonly runInto: (inputs: Tensors, outputs: Tensors) => void;
  /** Runs synchronously, in the calling thread. Returns new tensors of the named outputs, which must be floats. */
  readonly run: (inputs: Tensors, outputs: readonly string[]) => Record<string, FloatTensor>;
}

/** Wraps a session of the C API. The session is freed with the returned object. */
export function onnxSession(library: NativeLibrary, handle: Pointer): OnnxSession {
  const { koffi, api } = library;
  const names = new NativeNames(koffi);
  const owner = { handle }; // both functions refer to it, so that it is alive as long as one of them
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

  function compute(inputs: Tensors, { values, names: outputs, targets }: Targets): void {
    const given = BigUint64Array.from(Object.values(inputs), (input) => values.of(input));
    const inputNames = names.of(Object.keys(inputs));
    const outputNames = names.of(outputs);
    const { length } = given;
    api.run(owner.handle, null, inputNames, given, length, outputNames, targets.length, targets);
  }
}

interface Targets {
  readonly values: NativeValues;
  readonly names: readonly string[];
  /** The values that take the outputs, in the order of the names. Null values are replaced by new ones. */
  readonly targets: BigUint64Array;
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
