import { batchMatMul } from './batch-mat-mul.ts';
import { channelGradientsKernel } from './channel-gradients.ts';
import { channelMomentsKernel } from './channel-moments.ts';
import { conv2dBackpropFilter } from './conv2d-backprop-filter.ts';
import { conv2dBackpropInput } from './conv2d-backprop-input.ts';
import { depthwiseBackpropFilter } from './depthwise-backprop-filter.ts';
import { depthwiseBackpropInput } from './depthwise-backprop-input.ts';
import { maxPoolGrad } from './max-pool-grad.ts';
import { sum } from './sum.ts';
import { unsortedSegmentSum } from './unsorted-segment-sum.ts';
import { registerWasmKernel } from './wasm-kernel.ts';

let registered = false;

/**
 * Registers kernels that tfjs' wasm backend (4.22.0) lacks, or that are wrong or slow there. Once for each thread, before the
 * backend starts.
 */
export function registerWasmKernels(): void {
  if (registered) return;
  registered = true;
  registerWasmKernel(batchMatMul);
  registerWasmKernel(channelGradientsKernel);
  registerWasmKernel(channelMomentsKernel);
  registerWasmKernel(conv2dBackpropFilter);
  registerWasmKernel(conv2dBackpropInput);
  registerWasmKernel(depthwiseBackpropFilter);
  registerWasmKernel(depthwiseBackpropInput);
  registerWasmKernel(maxPoolGrad);
  registerWasmKernel(sum);
  registerWasmKernel(unsortedSegmentSum);
}
