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

/** A kernel: its name in tfjs, and its function, which returns new tensors and does not dispose of its inputs. */
export interface WasmKernel<Inputs, Attributes> {
  readonly name: string;
  /** @param shipped The kernel that this one replaces, for cases that it does not cover. */
  readonly compute: (
    call: WasmCall<Inputs, Attributes>,
    shipped: KernelFunc | undefined,
  ) => TensorInfo | TensorInfo[];
}

/** Registers a kernel. It replaces the shipped kernel of the same name where there is one. */
export function registerWasmKernel<Inputs, Attributes>({
  name,
  compute,
}: WasmKernel<Inputs, Attributes>): void {
  const shipped = getKernel(name, 'wasm') as ReturnType<typeof getKernel> | undefined; // undefined for a missing kernel; the declaration of tfjs omits that
  if (shipped !== undefined) unregisterKernel(name, 'wasm');
  registerKernel({
    ...shipped,
    kernelName: name,
    backendName: 'wasm',
    kernelFunc: (call) => compute(call as WasmCall<Inputs, Attributes>, shipped?.kernelFunc), // tfjs has one type for all kernels
  });
}

/** Runs a kernel of the wasm backend. The caller must dispose of the result. */
export function runWasmKernel(
  name: string,
  backend: BackendWasm,
  { inputs, attrs }: { inputs: Readonly<Record<string, TensorInfo>>; attrs: NamedAttrMap },
): TensorInfo {
  const result = getKernel(name, 'wasm').kernelFunc({ inputs: { ...inputs }, attrs, backend });
  return Array.isArray(result) ? result[0]! : result;
}

/** The numbers of a float tensor, in the memory of WebAssembly. Valid until the next allocation. */
export function heapValues(backend: BackendWasm, info: TensorInfo): Float32Array {
  return backend.typedArrayFromHeap(info) as Float32Array; // the kernels here take float32 only
}
