import type { layers } from '@tensorflow/tfjs-layers';

/** The options of every layer of tfjs. */
export type LayerOptions = NonNullable<ConstructorParameters<typeof layers.Layer>[0]>;

/** The options that a model passes to `call` of its layers. */
export interface CallOptions {
  readonly training?: boolean;
}
