/** The numbers of evaluated images that a run was trained and validated on. */
export interface SeenSection {
  readonly training: number;
  readonly validation: number;
  /** The accuracy on the other images, 0 to 1. Left out for tags, and if the run has seen all images or none. */
  readonly unseenAccuracy?: number | undefined;
}
