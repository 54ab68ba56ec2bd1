/** A number, a noun and the verb `be` that agree: `1 image is`, `3 images are`. */
export function countedIs(count: number, noun: string): string {
  return count === 1 ? `1 ${noun} is` : `${count} ${noun}s are`;
}
