/** A model on the engine that was chosen for it. */
export type Opened<Model> = Model & {
  /** The engine's own version. */
  readonly version: string | undefined;
  /** Why another engine than the first choice was taken, where one was. */
  readonly note: string | undefined;
};
