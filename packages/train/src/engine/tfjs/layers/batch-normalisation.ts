import {
  add,
  batchNorm,
  mul,
  serialization,
  type Tensor,
  type Tensor1D,
} from '@tensorflow/tfjs-core';
import { initializers, layers, type LayerVariable } from '@tensorflow/tfjs-layers';
import { unsupportedLayer } from '../../../model/layers/unsupported.ts';
import type { ChannelMoments } from '../batch-norm/channel-moments.ts';
import { normaliseBatch } from '../batch-norm/normalise-batch.ts';
import type { CallOptions, LayerOptions } from './layer-options.ts';

interface BatchNormalisationOptions extends LayerOptions {
  readonly axis?: number | readonly number[];
  readonly momentum?: number;
  readonly epsilon?: number;
  readonly center?: boolean;
  readonly scale?: boolean;
}

/**
 * Batch normalisation over the last axis. As in Keras, a layer that is not trainable stays in inference mode. For the gradient
 * it keeps one tensor of the input's size; the layer of tfjs keeps four.
 */
export class BatchNormalisation extends layers.Layer {
  static readonly className = 'SproutBatchNormalisation';
  private readonly options: BatchNormalisationOptions;
  private readonly roles = new Map<string, LayerVariable>();

  constructor(options: BatchNormalisationOptions) {
    super(options);
    this.options = options;
  }

  override build(shape: Parameters<layers.Layer['build']>[0]): void {
    const sides = shape as (number | null)[]; // a layer with one input
    const axis = [this.options.axis ?? -1].flat()[0];
    const channels = sides.at(-1);
    if (typeof channels !== 'number' || (axis !== -1 && axis !== sides.length - 1)) {
      throw unsupportedLayer(this.name, 'batch norm runs over the last axis only');
    }
    const zeros = initializers.zeros();
    const create = (role: string, trainable: boolean): void => {
      const weight = this.addWeight(role, [channels], 'float32', zeros, undefined, trainable);
      this.roles.set(role, weight);
    };
    if (this.options.scale !== false) create('gamma', true);
    if (this.options.center !== false) create('beta', true);
    create('moving_mean', false);
    create('moving_variance', false);
    this.built = true;
  }

  override call(inputs: Tensor | Tensor[], { training }: CallOptions): Tensor {
    const input = Array.isArray(inputs) ? inputs[0]! : inputs; // a layer with one input
    const [mean, variance] = [this.weight('moving_mean')!, this.weight('moving_variance')!]; // `build` creates both
    const [scale, offset] = [this.weight('gamma'), this.weight('beta')];
    const { epsilon = 1e-3 } = this.options;
    if (training !== true || !this.trainable) {
      return batchNorm(input, mean, variance, offset, scale, epsilon);
    }
    const onMoments = (moments: ChannelMoments): void => {
      this.updateRunning('moving_mean', moments.mean);
      this.updateRunning('moving_variance', moments.variance);
    };
    return normaliseBatch(input, { scale, offset, epsilon, onMoments });
  }

  private weight(role: string): Tensor1D | undefined {
    return this.roles.get(role)?.read() as Tensor1D | undefined; // `build` creates weights with one axis
  }

  /** Updates a running mean or variance from that of the batch. */
  private updateRunning(role: string, batch: Tensor1D): void {
    const { momentum = 0.99 } = this.options;
    const running = this.roles.get(role)!; // `build` creates both
    running.write(add(mul(running.read(), momentum), mul(batch, 1 - momentum)));
  }
}
serialization.registerClass(BatchNormalisation);
