import { type SumAttrs, type SumInputs, util } from '@tensorflow/tfjs-core';
import { heapValues, type WasmKernel } from './wasm-kernel.ts';

/**
 * Sums over leading axes, as in the gradient of a bias, in one pass and in double precision. The shipped kernel transposes the
 * images before; it still computes all other sums.
 */
export const sum: WasmKernel<SumInputs, SumAttrs> = {
  name: 'Sum',
  compute: ({ inputs: { x }, attrs, backend }, shipped) => {
    const axes = util.parseAxisParam(attrs.axis, x.shape).sort((a, b) => a - b);
    const leading = axes.length < x.shape.length && axes.every((axis, index) => axis === index);
    if (x.dtype !== 'float32' || axes.length === 0 || !leading) {
      return shipped!({ inputs: { x }, attrs: { ...attrs }, backend }); // this name is shipped
    }
    const inner = x.shape.slice(axes.length);
    const outer = attrs.keepDims ? axes.map(() => 1) : [];
    const size = util.sizeFromShape(inner);
    const values = heapValues(backend, x);
    const sums = new Float64Array(size);
    for (let at = 0; at < values.length; at += size) {
      for (let index = 0; index < size; index++) sums[index] = sums[index]! + values[at + index]!;
    }
    return backend.makeOutput([...outer, ...inner], 'float32', undefined, Float32Array.from(sums));
  },
};
