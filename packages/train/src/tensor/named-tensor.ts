/** Numbers with a name and a shape: a weight, or a part of an optimiser's state. Row-major. */
export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array;
}
