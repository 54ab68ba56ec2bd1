/** The progress of a search for a model. */
export type SearchEvent =
  | {
      readonly type: 'search-started';
      readonly candidates: readonly string[];
      /** The time for the search and the training of the winner. */
      readonly seconds: number;
    }
  /** A candidate that is not tried. */
  | { readonly type: 'candidate-left-out'; readonly candidate: string; readonly reason: string }
  | {
      readonly type: 'trial-started';
      readonly candidate: string;
      /** Counted from 1. */
      readonly round: number;
      readonly epochs: number;
    }
  | {
      readonly type: 'trial-ended';
      readonly candidate: string;
      readonly epochs: number;
      /** On the images that the search compares with. `undefined` for a trial that failed or was stopped. */
      readonly accuracy: number | undefined;
      readonly seconds: number;
    }
  | {
      readonly type: 'search-ended';
      readonly winner: string;
      readonly accuracy: number;
      /** The number of epochs for which the winner is trained on all training images. */
      readonly epochs: number;
    };
