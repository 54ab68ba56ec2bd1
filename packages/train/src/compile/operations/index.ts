import { FOLDED_CONVOLUTION, FUSED_CONVOLUTION } from '../contract/compiler-layer.ts';
import type { Operation } from '../contract/operation.ts';
import { activation } from './activation.ts';
import { addLayers } from './add.ts';
import { averagePooling2d } from './average-pooling2d.ts';
import { batchNormalisation } from './batch-normalisation.ts';
import { concatenateLayers } from './concatenate.ts';
import { conv2d } from './conv2d.ts';
import { dense } from './dense.ts';
import { dropout } from './dropout.ts';
import { flatten } from './flatten.ts';
import { foldedConvolution } from './folded-convolution.ts';
import { fusedConvolution } from './fused-convolution.ts';
import { globalAveragePooling2d } from './global-average-pooling2d.ts';
import { globalMaxPooling2d } from './global-max-pooling2d.ts';
import { inputLayer } from './input-layer.ts';
import { maxPooling2d } from './max-pooling2d.ts';
import { multiplyLayers } from './multiply.ts';
import { rescaling } from './rescaling.ts';
import { reshapeLayer } from './reshape.ts';
import { zeroPadding2d } from './zero-padding2d.ts';

/** The operations by the class names of tfjs, and the operations of fused and folded convolutions. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['Activation', activation],
  ['Add', addLayers],
  ['AveragePooling2D', averagePooling2d],
  ['BatchNormalization', batchNormalisation],
  ['Concatenate', concatenateLayers],
  ['Conv2D', conv2d],
  ['Dense', dense],
  ['DepthwiseConv2D', conv2d],
  ['Dropout', dropout],
  ['Flatten', flatten],
  [FOLDED_CONVOLUTION, foldedConvolution],
  [FUSED_CONVOLUTION, fusedConvolution],
  ['GlobalAveragePooling2D', globalAveragePooling2d],
  ['GlobalMaxPooling2D', globalMaxPooling2d],
  ['InputLayer', inputLayer],
  ['MaxPooling2D', maxPooling2d],
  ['Multiply', multiplyLayers],
  ['Rescaling', rescaling],
  ['Reshape', reshapeLayer],
  ['ZeroPadding2D', zeroPadding2d],
]);
