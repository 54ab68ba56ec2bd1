/** The labels of the data set, compared with the predictions of a classifier. */
export interface LabelsSection {
  /** The number of images that were judged. */
  readonly images: number;
  /** The name of the base. */
  readonly base: string;
  /** The share of labels that equal the predicted class, 0 to 1. */
  readonly agreement: number;
  /** The estimated number of wrong labels. */
  readonly estimated: number;
  /** The number of suspects; `shown` may have only the first ones. */
  readonly suspects: number;
  readonly shown: readonly DoubtfulLabel[];
  /** The first of the other images for which another class is more probable; none by default. */
  readonly others?: readonly DoubtfulLabel[] | undefined;
}

/** An image whose label is doubtful. */
export interface DoubtfulLabel {
  readonly path: string;
  /** The class of its folder, and its probability by the model. */
  readonly label: string;
  readonly selfConfidence: number;
  /** The suggested class, and its probability. */
  readonly suggested: string;
  readonly probability: number;
  /** An encoded PNG, JPEG or WebP. */
  readonly image?: Uint8Array | undefined;
}

/** An image as a point of a feature map. */
export interface PlacedImage {
  readonly path: string;
  readonly x: number;
  readonly y: number;
  /** The class, from 0. */
  readonly label: number;
  /** The subset of the data set, such as `validation`. */
  readonly subset?: string | undefined;
  /** An encoded PNG, JPEG or WebP; the point leads to it. */
  readonly image?: Uint8Array | undefined;
}

/** The images of the data set as points: near points have similar features. */
export interface MapSection {
  /** The names of the classes that the labels of the points refer to. */
  readonly classes: readonly string[];
  /** The points that are drawn, placed by UMAP. */
  readonly points: readonly PlacedImage[];
  /** The number of images; `points` may have only some of them. */
  readonly images: number;
  /** The name of the base whose features were used. */
  readonly base: string;
}
