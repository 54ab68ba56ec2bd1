/** Images with their labels, ready for a model. Valid until the next batch is requested. */
export interface Batch {
  /** `[count, height, width, channels]`, RGB, 0 to 255. Lent: copy pixels that you keep for longer. */
  readonly images: Uint8Array;
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** Indices in the class map. */
  readonly labels: Int32Array;
  readonly ids: readonly string[];
  /** The batch's number within its epoch's plan. */
  readonly step: number;
}
