/** Released weights that are downloaded. */
export type WeightsEvent =
  /** Another process downloads the file now. */
  | { readonly type: 'download-awaited'; readonly holder: string }
  | {
      readonly type: 'weights-found';
      readonly file: string;
      /** Whether it was downloaded now; otherwise it was in the cache. */
      readonly downloaded: boolean;
      /** Which of size and hash were compared, as a sentence. */
      readonly checked: string;
      /** Of a known file only, as is `source`. */
      readonly licence?: string;
      /** The page of the project that publishes the file. */
      readonly source?: string;
    };

/** The features of a base. */
export type FeaturesEvent =
  /** Rows of a feature store are computed. `stored` of its `rows` are there already. */
  | {
      readonly type: 'extraction-started';
      readonly store: string;
      readonly stored: number;
      readonly rows: number;
    }
  /** A feature store has all of its rows. */
  | { readonly type: 'features-complete'; readonly store: string; readonly rows: number }
  /** A training takes features from a store. `automatic`: the store is in the cache, and is filled first. */
  | { readonly type: 'features-used'; readonly store: string; readonly automatic: boolean };
