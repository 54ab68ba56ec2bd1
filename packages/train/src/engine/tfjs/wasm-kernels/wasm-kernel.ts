import {
  getKernel,
  type KernelFunc,
  type NamedAttrMap,
  registerKernel,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** The arguments of a kernel of the wasm backend. */
export interface WasmCall<Inputs, Attributes> {
  readonly inputs: { readonly [Name in keyof Inputs]: TensorInfo };
  readonly attrs: Attributes;
  readonly backend: BackendWasm;
}

/** One kernel: its name in tfjs, and its function. The result is fresh; inputs stay the caller's. */
export interface WasmKernel<Inputs, Attributes> {
  readonly name: string;
  /** @param shipped The kernel that this one replaces, for cases that it does not cover. */
  readonly compute: (
    call: WasmCall<Inputs, Attributes>,
    shipped: KernelFunc | undefined,
  ) => TensorInfo | TensorInfo[];
}

/** Registers a kernel, in place of the shipped one of its name where there is one. */
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

/** The numbers of a float tensor in the memory of wasm; valid until the next allocation. */
export function heapValues(backend: BackendWasm, info: TensorInfo): Float32Array {
  return backend.typedArrayFromHeap(info) as Float32Array; // the kernels here take float32 only
}
