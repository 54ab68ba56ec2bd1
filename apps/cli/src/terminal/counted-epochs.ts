/** A number of epochs: `1 epoch`, `3 epochs`. */
export function countedEpochs(epochs: number): string {
  return epochs === 1 ? '1 epoch' : `${epochs} epochs`;
}
