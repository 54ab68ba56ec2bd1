import {
  baseEntry,
  type BaseName,
  createBase,
  isBaseName,
  type InputFunctionName,
  type ModelEntry,
  KNOWN_FILES,
  outlineSummary,
  RELEASES,
} from '@sprout/train';
import { modelDefaults, modelNames } from '../config/model-defaults.ts';

/** A model that can be trained, with its defaults. */
export interface ModelInfo extends Pick<
  ModelEntry,
  'name' | 'summary' | 'recipe' | 'augmentation' | 'training'
> {
  /** Of a network with released weights; `training` and `augmentation` are then those of a head on it. */
  readonly base?: BaseInfo;
}

/** A network with released weights. */
export interface BaseInfo {
  /** The number of parameters without the top. */
  readonly parameters: number;
  /** The height and the width that its release was trained with. */
  readonly size: number;
  readonly input: InputFunctionName;
  /** The libraries whose weights can be read, in the form of the first by default. */
  readonly releases: readonly string[];
  /** The releases whose address is known, so that `train` needs no file. */
  readonly known: readonly KnownRelease[];
}

export interface KnownRelease {
  readonly library: string;
  readonly licence: string;
  /** The page of the project that publishes the weights. */
  readonly source: string;
}

/** See `models` in `commands.ts`. */
export function models(): ModelInfo[] {
  return modelNames().map((name) => {
    const { summary, recipe, augmentation, training } = modelDefaults({ name });
    const own = { name, summary, recipe, augmentation, training };
    return isBaseName(name) ? { ...own, base: baseInfo(name) } : own;
  });
}

function baseInfo(name: BaseName): BaseInfo {
  const { size, input } = baseEntry(name);
  const { parameters } = outlineSummary(createBase(name, { height: size, width: size }));
  const releases = (RELEASES.get(name) ?? []).map(({ library }) => library);
  return { parameters, size, input, releases, known: knownReleases(name) };
}

function knownReleases(base: string): KnownRelease[] {
  const files = KNOWN_FILES.filter((known) => known.base === base);
  const libraries = [...new Set(files.map(({ library }) => library))];
  return libraries.map((name) => {
    const { library, licence, source } = files.find((known) => known.library === name)!; // one of them
    return { library, licence, source };
  });
}
