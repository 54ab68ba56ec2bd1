/** A tensor with a name: a weight, or an optimiser slot. Row-major. */
export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array;
}
