/** Whether a model is still open. */
export interface Lifetime {
  /** @throws {Error} once the model is disposed of. */
  readonly check: () => void;
  /** Disposes of the model at the first call. */
  readonly close: () => Promise<void>;
}

/** The lifetime of a model. `name` names it in the error. */
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
