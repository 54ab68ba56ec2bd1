/** A search for a model among candidates. */
export interface SearchSection {
  /** The seconds for the search and the training of the winner. */
  readonly budget: number;
  /** The numbers of training images on which the candidates were trained and compared. */
  readonly images: { readonly training: number; readonly compared: number };
  readonly winner: string;
  readonly trials: readonly SearchTrial[];
  /** Candidates that were not tried. */
  readonly leftOut: readonly { readonly candidate: string; readonly reason: string }[];
}

/** A training of a candidate. */
export interface SearchTrial {
  readonly candidate: string;
  readonly epochs: number;
  /** The accuracy on the images of the comparison, 0 to 1. */
  readonly accuracy: number;
  readonly loss: number;
  readonly seconds: number;
}
