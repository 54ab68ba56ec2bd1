import type { LayerOutput } from '@sprout/core';
import type { EngineName } from './engine-name.ts';

export type { LayerOutput } from '@sprout/core';

/** Images as bytes; for a model that takes features, features as floats. */
export type InputNumbers = Uint8Array | Float32Array;

/**
 * A model opened on one engine, with its layers in inference mode. Owns native memory until it is disposed of; then all calls
 * throw.
 */
export interface Predictor extends AsyncDisposable {
  readonly engine: EngineName;
  /**
   * The model's output, row-major: for a classifier, probabilities `[count, classes]`. A fresh array.
   *
   * @param images `[count, height, width, channels]`, RGB, 0 to 255; normalised here. For a model that takes features,
   *   `[count, ...shape]`. Only read; may lie in shared memory.
   * @throws {SproutError} `shape-mismatch`, `option-invalid`.
   */
  predict(images: InputNumbers, count: number): Promise<Float32Array>;
  /**
   * The outputs of layers, by their names in the layers model. Fresh arrays.
   *
   * @param images As for `predict`.
   * @throws {SproutError} `name-unknown` for a layer; `shape-mismatch`, `option-invalid`.
   */
  outputs(
    images: InputNumbers,
    count: number,
    layers: readonly string[],
  ): Promise<ReadonlyMap<string, LayerOutput>>;
}
