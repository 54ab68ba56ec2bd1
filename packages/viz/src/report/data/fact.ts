/** A name and its value. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}
