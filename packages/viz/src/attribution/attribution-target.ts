import type { GradientSource, LayerAddress } from '@sprout/core';

/** A classifier whose answers are explained. */
export interface ExplainedModel {
  readonly source: Pick<GradientSource, 'gradient' | 'imageShape'>;
  /** The layer with one score for each class: the logits. Probabilities are not suited: their gradients vanish near 1. */
  readonly scores: LayerAddress;
}

/** Images, and the class that is explained. */
export interface ExplainedImages {
  /** `[count, height, width, channels]`, RGB, 0 to 255. Only read. */
  readonly images: Uint8Array | Float32Array;
  readonly count: number;
  /** The index of a class, the same for all images; by default the class that each image is predicted as. */
  readonly label?: number | undefined;
  /** Once it is aborted, the work stops before the next batch, with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** One number for each pixel of an image, or for each position of a layer. */
export interface HeatMap {
  readonly height: number;
  readonly width: number;
  /** `[height, width]`, row by row. */
  readonly values: Float32Array;
}

/** The contribution of each position of one image to the score of a class. */
export interface Attribution extends HeatMap {
  /** The index of the class that is explained. */
  readonly label: number;
  /** The logit of the class. */
  readonly score: number;
}
