import type { RequestedEngine } from '@sprout/train';
import type { AscentSettings } from './ascent-settings.ts';
import type { VisualModelOptions } from './open-visual-model.ts';

/** The options of the commands that make pictures by gradient ascent. */
export interface AscentCommandOptions extends VisualModelOptions, AscentSettings {
  /** The folder for the pictures; by default `pictures`, of a run in its folder, where the report finds the grids. Files of the same name are replaced. */
  readonly out?: string | undefined;
  /** 0 by default. */
  readonly seed?: number | undefined;
  readonly engine?: RequestedEngine | undefined;
  /** Also writes so many pictures of the course, as a strip and as an animated WebP. */
  readonly frames?: number | undefined;
}
