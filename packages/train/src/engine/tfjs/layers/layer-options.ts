import type { layers } from '@tensorflow/tfjs-layers';

/** What tfjs constructs any layer from. */
export type LayerOptions = NonNullable<ConstructorParameters<typeof layers.Layer>[0]>;

/** What a model passes on to its layers' `call`. */
export interface CallOptions {
  readonly training?: boolean;
}
