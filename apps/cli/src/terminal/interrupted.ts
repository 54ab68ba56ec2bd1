/** The user asked to stop; the message says how to go on. */
export class Interrupted extends Error {}
