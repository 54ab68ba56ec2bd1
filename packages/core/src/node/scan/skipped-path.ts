/** A file or folder that was left out, and why. */
export interface SkippedPath {
  /** Relative to the folder that was read, with `/` between its parts, as ids are. */
  readonly path: string;
  readonly reason: string;
  /** Set when the path may be or hold images that could not be reached. The other paths are not images. */
  readonly unreachable?: true;
  /** Set for a link that leads out of the folder and was not followed: what it leads to. */
  readonly outside?: 'file' | 'folder';
}
