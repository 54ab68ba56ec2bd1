import { type Objective, SproutError } from '@sprout/core';
import { attributionLayers, type ModelDefinition } from '@sprout/train';
import type { Context } from '../event/run-context.ts';
import { DEFAULTS } from '../options/limits.ts';
import { pathExists } from '../run/path-exists.ts';
import { runFolder } from '../run/run-folder.ts';
import { ascendSubjects, type SubjectPictures } from './ascend-subjects.ts';
import type { AscentCommandOptions } from './ascent-command-options.ts';
import { ascentStyleOf } from './ascent-settings.ts';
import type { AscentSubject } from './ascent-subject.ts';
import { openOctaves } from './open-octaves.ts';

export interface AscendModelOptions extends Context {
  readonly options: AscentCommandOptions;
  /** The layer that the subjects measure. */
  readonly layer: string;
  /** The length of a step in the style of the book, if none is set. */
  readonly bookRate: number;
  readonly grid: string;
}

/**
 * Opens a model and makes pictures of subjects of one layer, by the options of a command.
 *
 * @throws {SproutError} As `openOctaves` and `ascendSubjects`.
 */
export async function ascendModel(
  definition: ModelDefinition,
  subjects: readonly AscentSubject[],
  { options, layer, bookRate, grid, ...context }: AscendModelOptions,
): Promise<SubjectPictures> {
  const { engine = 'auto', seed = DEFAULTS.seed, frames = 0 } = options;
  const { octaves = 1, octaveScale = DEFAULTS.octaveScale, variants = 1, diversity } = options;
  const out = options.out ?? (await pictureFolder(options.model));
  const style = ascentStyleOf(options, { input: definition.input, bookRate });
  const { signal } = context;
  const asked = { octaves, octaveScale, last: layer, engine, signal };
  await using opened = await openOctaves(definition, asked);
  const apart = diversityTerm(definition, { layer, diversity, variants });
  const all = subjects.map((one) => ({
    ...one,
    ...(apart.length > 0 && { quantity: 'objective' }), // less the similarity of the variants
    objective: [...one.objective, ...apart],
  }));
  const made = { ...context, style, seed, out, grid, frames, variants };
  return await ascendSubjects(opened.sources, all, made);
}

/** The pictures of a run are in its folder, where the report finds them. */
async function pictureFolder(model: string): Promise<string> {
  const { record, pictures } = runFolder(model);
  return (await pathExists(record)) ? pictures : DEFAULTS.pictures;
}

interface DiversityOptions {
  readonly layer: string;
  readonly diversity: number | undefined;
  readonly variants: number;
}

/** The term that pushes variants apart, on the measured layer, or below it on the last layer with a map. */
function diversityTerm(
  definition: ModelDefinition,
  { layer, diversity, variants }: DiversityOptions,
): Objective {
  if (diversity === undefined) return [];
  if (variants === 1) {
    const rule = 'left out for one variant: it pushes several apart';
    throw new SproutError('option-invalid', {
      option: 'diversity',
      value: String(diversity),
      rule,
    });
  }
  const { map = layer, maps } = attributionLayers(definition);
  const compared = maps.includes(layer) ? layer : map;
  return [{ layer: compared, measure: 'similarity', factor: -diversity }];
}
