/** Predictions for the images of a data set, by a classifier that had not seen the image when it predicted it. */
export interface LabelAnswers {
  /** `[images, classes]`, row by row; each row sums to 1. */
  readonly probabilities: Float64Array;
  /** The label that each image has: the class of its folder. */
  readonly labels: ArrayLike<number>;
  /** The number of classes. */
  readonly classes: number;
}
