/** Predictions for the images of a data set. The classifier of each prediction was fitted without the image. */
export interface OutOfSamplePredictions {
  /** `[images, classes]`, row by row; each row sums to 1. */
  readonly probabilities: Float64Array;
  /** The label of each image: the class of its folder. */
  readonly labels: ArrayLike<number>;
  /** The number of classes, at least 2. */
  readonly classes: number;
}
