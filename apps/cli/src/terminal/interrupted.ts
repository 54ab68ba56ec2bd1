/** Thrown after the user has stopped the program. The message says how to continue. */
export class Interrupted extends Error {}
