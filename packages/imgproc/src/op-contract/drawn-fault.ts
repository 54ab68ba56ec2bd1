/** Why numbers do not fit an op. */
export interface DrawnFault {
  /** The name of the op. */
  readonly op: string;
  /** The field of its numbers, such as `degrees` or `order.0`. Left out if the fault is not in one field. */
  readonly field?: string;
  /** A clause, such as `it must be a number`. */
  readonly reason: string;
}
