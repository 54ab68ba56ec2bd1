import type { Json } from '@sprout/core';
import { mul, serialization, type Tensor, tensor, util } from '@tensorflow/tfjs-core';
import { layers } from '@tensorflow/tfjs-layers';
import { drawMask } from '../onnx/draw-mask.ts';

type LayerArguments = ConstructorParameters<typeof layers.Layer>[0];
type DropoutArguments = NonNullable<LayerArguments> & { readonly rate: number };

/** tfjs' Dropout with masks that belong to the step rather than to the history of a generator. */
export class AddressedDropout extends layers.Layer {
  static readonly className = 'AddressedDropout';
  /** Which step of which run is being trained; the session sets it. */
  address = { seed: 0, step: 0 };
  private readonly rate: number;

  constructor(options: DropoutArguments) {
    super(options);
    this.rate = options.rate;
  }

  override call(inputs: Tensor | Tensor[], { training }: { training?: boolean }): Tensor {
    const features = Array.isArray(inputs) ? inputs[0]! : inputs; // a layer with one input
    if (training !== true || this.rate === 0) return features;
    const mask = new Float32Array(util.sizeFromShape(features.shape));
    drawMask(mask, { ...this.address, layer: this.name, rate: this.rate });
    return mul(features, tensor(mask, features.shape));
  }
}
serialization.registerClass(AddressedDropout);

/** The same JSON with each Dropout layer an `AddressedDropout`. */
export function withAddressedDropout(value: Json): Json {
  if (Array.isArray(value)) return value.map(withAddressedDropout);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, field]) => [
    key,
    key === 'class_name' && field === 'Dropout'
      ? AddressedDropout.className
      : withAddressedDropout(field),
  ]);
  return Object.fromEntries(fields) as Json; // entries of JSON
}
