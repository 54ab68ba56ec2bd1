import {
  getKernel,
  type KernelFunc,
  type NamedAttrMap,
  registerKernel,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** What tfjs hands a kernel of the wasm backend. */
export interface WasmCall<Inputs, Attributes> {
  readonly inputs: { readonly [Name in keyof Inputs]: TensorInfo };
  readonly attrs: Attributes;
  readonly backend: BackendWasm;
}

/** One kernel: its tfjs name, and what computes it. The result is fresh; inputs stay the caller's. */
export interface WasmKernel<Inputs, Attributes> {
  readonly name: string;
  /** @param shipped The kernel that this one replaces, for the cases that it leaves alone. */
  readonly compute: (
    call: WasmCall<Inputs, Attributes>,
    shipped: KernelFunc | undefined,
  ) => TensorInfo | TensorInfo[];
}

/** Puts a kernel in the place of the shipped one of its name, where there is one. */
export function registerWasmKernel<Inputs, Attributes>({
  name,
  compute,
}: WasmKernel<Inputs, Attributes>): void {
  const shipped = getKernel(name, 'wasm') as ReturnType<typeof getKernel> | undefined; // undefined for a missing kernel, whatever the declaration says
  if (shipped !== undefined) unregisterKernel(name, 'wasm');
  registerKernel({
    ...shipped,
    kernelName: name,
    backendName: 'wasm',
    kernelFunc: (call) => compute(call as WasmCall<Inputs, Attributes>, shipped?.kernelFunc), // tfjs types all kernels alike
  });
}

/** Runs another kernel of the wasm backend. Its result is the caller's to dispose of. */
export function runWasmKernel(
  name: string,
  backend: BackendWasm,
  { inputs, attrs }: { inputs: Readonly<Record<string, TensorInfo>>; attrs: NamedAttrMap },
): TensorInfo {
  const result = getKernel(name, 'wasm').kernelFunc({ inputs: { ...inputs }, attrs, backend });
  return Array.isArray(result) ? result[0]! : result;
}

/** The numbers of a float tensor on the wasm heap; valid until the next allocation. */
export function heapValues(backend: BackendWasm, info: TensorInfo): Float32Array {
  return backend.typedArrayFromHeap(info) as Float32Array; // the kernels here take float32 only
}
