import type { Dataset } from '../../dataset/dataset.ts';
import type { FolderParts } from './folder-parts.ts';
import type { ScanWarning } from './scan-warnings.ts';
import type { SkippedPath } from './skipped-path.ts';

export interface ScanFolderOptions {
  /** A given class map, that of a model for example. Labels are its indices, and any other class is an error. */
  readonly classes?: readonly string[] | undefined;
  /** The least number of classes; 2 by default. Not checked when `classes` is given. */
  readonly minimumClasses?: number;
  /**
   * The parts of the data set, by their paths in the folder. Nothing else in the folder is read. A class that only the validation part
   * has is an error. By default folders called `train`, `val` and so on are found.
   */
  readonly parts?: FolderParts | undefined;
  /** Whether links may lead out of the folder; `false` by default. */
  readonly followOutside?: boolean;
  /** Ends the unpacking of a project when it is aborted. */
  readonly signal?: AbortSignal | undefined;
}

/** A data set, and the paths that were left out of it. */
export interface ScannedFolder extends Dataset {
  /** In code-point order of the paths. */
  readonly skipped: readonly SkippedPath[];
  readonly warnings: readonly ScanWarning[];
  /** Set if the folder is divided already. `splitByParts` makes the split. */
  readonly parts?: FolderParts;
}
