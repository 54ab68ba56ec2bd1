/** Tracks whether a model is open. */
export interface Lifetime {
  /** @throws {Error} once the model is disposed of. */
  readonly check: () => void;
  /** Disposes of the model. Later calls do nothing. */
  readonly close: () => Promise<void>;
}

/** @param name The kind of model, for the error. */
export function lifetimeOf(name: string, model: AsyncDisposable): Lifetime {
  let isOpen = true;
  return {
    check: () => {
      if (!isOpen) throw new Error(`the ${name} is used after it was closed`);
    },
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      await model[Symbol.asyncDispose]();
    },
  };
}
