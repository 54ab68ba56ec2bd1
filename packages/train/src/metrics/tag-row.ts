/** The tags of a sample: 1 for each tag that it has and 0 for each other, in the order of the class map. */
export type TagRow = ArrayLike<number>;
