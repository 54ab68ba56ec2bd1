/** How well one class is recognised, as `evaluation.json` says it; shares from 0 to 1. */
export interface ClassScore {
  readonly name: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Images of the class. */
  readonly support: number;
}
