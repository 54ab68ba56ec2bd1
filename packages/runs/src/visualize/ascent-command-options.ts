import type { RequestedEngine } from '@sprout/train';
import type { AscentSettings } from './ascent-settings.ts';
import type { VisualModelOptions } from './open-visual-model.ts';

/** The options of the commands that make pictures by gradient ascent. */
export interface AscentCommandOptions extends VisualModelOptions, AscentSettings {
  /**
   * The folder for the pictures. By default `pictures` in the folder of a run, where `report` reads the grids, or `pictures` in the
   * current folder for another model. Files of the same name are replaced.
   */
  readonly out?: string | undefined;
  /** 0 by default. */
  readonly seed?: number | undefined;
  readonly engine?: RequestedEngine | undefined;
  /** Also writes this number of pictures of the course, as a strip and as an animated WebP. */
  readonly frames?: number | undefined;
}
