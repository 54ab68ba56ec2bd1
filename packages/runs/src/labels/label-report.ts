/** An image whose folder is probably wrong. */
export interface SuspectLabel {
  /** The id of the image. */
  readonly path: string;
  /** The class of its folder. */
  readonly label: string;
  /** The suggested class, and its probability. */
  readonly suggested: string;
  readonly probability: number;
  /** The probability of the label. */
  readonly selfConfidence: number;
  /** The probability of the label less the largest one of another class, -1 to 1. */
  readonly margin: number;
}

/** The paths of the files that were written. */
export interface LabelFiles {
  /** The table of all images, the most doubtful label first. */
  readonly csv: string;
  /** This report as JSON, which `sprout report` reads from the folder `labels` of a run. */
  readonly record: string;
  /** The most doubtful images, as a page and as a contact sheet. */
  readonly page: string;
  readonly sheet: string;
  /** The images as points in feature space, as a page with neighbours and outliers, and as an SVG. */
  readonly map: string;
  readonly plot: string;
  /** The places of the points, as a table. */
  readonly points: string;
}

/** The judged labels of a data set. */
export interface LabelReport {
  /** The images that were judged. */
  readonly images: number;
  /** The name of the base whose features were used. */
  readonly base: string;
  /** The share of images whose label is the most probable class, by a model that had not seen the image. */
  readonly agreement: number;
  /** The estimated number of wrong labels. */
  readonly estimated: number;
  /** The images whose label is probably wrong, the most doubtful first. */
  readonly suspects: readonly SuspectLabel[];
  /** Only with `out`. */
  readonly files?: LabelFiles;
}
