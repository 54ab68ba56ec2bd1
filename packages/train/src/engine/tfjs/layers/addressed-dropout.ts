import { mul, serialization, type Tensor, tensor, util } from '@tensorflow/tfjs-core';
import { layers } from '@tensorflow/tfjs-layers';
import { drawMask } from '../../dropout/draw-mask.ts';
import type { CallOptions, LayerOptions } from './layer-options.ts';

/**
 * Dropout whose masks depend on the seed, the layer and the step only. It is active in training also where it is not trainable.
 */
export class AddressedDropout extends layers.Layer {
  static readonly className = 'AddressedDropout';
  /** Set by the trainer before each step. */
  address = { seed: 0, step: 0 };
  private readonly rate: number;

  constructor(options: LayerOptions & { readonly rate: number }) {
    super(options);
    this.rate = options.rate;
  }

  override call(inputs: Tensor | Tensor[], { training }: CallOptions): Tensor {
    const features = Array.isArray(inputs) ? inputs[0]! : inputs; // a layer with one input
    if (training !== true || this.rate === 0) return features;
    const mask = new Float32Array(util.sizeFromShape(features.shape));
    drawMask(mask, { ...this.address, layer: this.name, rate: this.rate });
    return mul(features, tensor(mask, features.shape));
  }
}
serialization.registerClass(AddressedDropout);
