/** The scores of one class, as in `evaluation.json`. Precision, recall and F1 are from 0 to 1; `NaN` if not defined, which is shown as a dash. */
export interface ClassScore {
  readonly name: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** The number of images of the class. */
  readonly support: number;
}
