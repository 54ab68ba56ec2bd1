/** A model on the engine that was chosen for it. */
export type Opened<Model> = Model & {
  /** The version of the engine's library. */
  readonly version: string | undefined;
  /** The reason why a faster engine was not used; `undefined` where the first choice was used. */
  readonly note: string | undefined;
};
