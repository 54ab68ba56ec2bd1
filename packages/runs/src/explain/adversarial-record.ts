/** The result for one image, as in `adversarial.json`. Names of files are relative to its folder. */
export interface AdversarialRecord {
  readonly path: string;
  /** The predicted class. */
  readonly className: string;
  readonly image: string;
  /** The smallest change that was found; left out if no epsilon changes the prediction. */
  readonly change?: {
    /** The most that a value changes, in steps of a byte. */
    readonly epsilon: number;
    /** The class after the change, and after it was rounded to bytes, as the picture is. */
    readonly predicted: string;
    readonly predictedAsSaved: string;
    readonly changed: string;
    readonly difference: string;
    /** The factor of the differences in their picture; grey is no difference. */
    readonly amplification: number;
  };
}
