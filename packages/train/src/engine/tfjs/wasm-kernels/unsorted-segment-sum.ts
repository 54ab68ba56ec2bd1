import {
  type UnsortedSegmentSumAttrs,
  type UnsortedSegmentSumInputs,
  util,
} from '@tensorflow/tfjs-core';
import { heapValues, type WasmKernel } from './wasm-kernel.ts';

/** The gradient of `gather`, which the wasm backend lacks: sums slices along the first axis by segment. */
export const unsortedSegmentSum: WasmKernel<UnsortedSegmentSumInputs, UnsortedSegmentSumAttrs> = {
  name: 'UnsortedSegmentSum',
  compute: ({ inputs: { x, segmentIds }, attrs: { numSegments }, backend }) => {
    const inner = x.shape.slice(1);
    const size = util.sizeFromShape(inner);
    const target = backend.makeOutput([numSegments, ...inner], 'float32');
    const values = heapValues(backend, x);
    const segments = backend.typedArrayFromHeap(segmentIds);
    const result = heapValues(backend, target).fill(0);
    segments.forEach((segment, row) => {
      if (segment < 0 || segment >= numSegments) return;
      for (let at = 0; at < size; at++) {
        result[segment * size + at] = result[segment * size + at]! + values[row * size + at]!;
      }
    });
    return target;
  },
};
