/** The names of the activations that are rectifiers, which `GradientOptions.rectifiers` is about. */
export const RECTIFIERS: ReadonlySet<string> = new Set(['relu', 'relu6']);
