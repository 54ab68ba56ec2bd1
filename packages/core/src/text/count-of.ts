/** A number and a noun that agree: "1 file", "2 files", "2 classes". Nouns with another plural are not supported. */
export function countOf(count: number, noun: string): string {
  const plural = noun.endsWith('s') ? `${noun}es` : `${noun}s`;
  return `${count} ${count === 1 ? noun : plural}`;
}
