/** A file or folder that was left out, and why. */
export interface SkippedPath {
  /** As ids are written: relative to the folder that was read, with `/` between its parts. */
  readonly path: string;
  readonly reason: string;
  /** Whether it may be, or hold, images that could not be reached; other files are passed over as none. */
  readonly unreachable?: true;
}
