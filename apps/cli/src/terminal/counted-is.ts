/** `1 image is` or `3 images are`: a number, a noun and the verb `be` that go together. */
export function countedIs(count: number, noun: string): string {
  return count === 1 ? `1 ${noun} is` : `${count} ${noun}s are`;
}
