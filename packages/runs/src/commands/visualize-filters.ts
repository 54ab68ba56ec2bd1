import { SproutError } from '@sprout/core';
import { type LayerSummary, openGradientSourceThread, outlineSummary } from '@sprout/train';
import { contextOf, type RunContext } from '../event/run-context.ts';
import { DEFAULTS } from '../options/limits.ts';
import { ascendSubjects, type SubjectPicture } from '../visualize/ascend-subjects.ts';
import type { AscentCommandOptions } from '../visualize/ascent-command-options.ts';
import { ascentStyleOf } from '../visualize/ascent-settings.ts';
import { filterNumbers } from '../visualize/filter-numbers.ts';
import { openVisualModel } from '../visualize/open-visual-model.ts';

export interface VisualizeFiltersOptions extends AscentCommandOptions {
  readonly layer: string;
  /** The numbers of the filters, such as `0-15,110`; the first 16 by default. */
  readonly filters?: string | undefined;
}

export interface VisualizeFiltersResult {
  readonly layer: string;
  /** `picture` is `undefined` for a dead filter, whose gradient is zero from each start. */
  readonly filters: readonly {
    readonly filter: number;
    readonly picture: SubjectPicture | undefined;
  }[];
  /** The file with all pictures, with captions. */
  readonly grid: string;
}

/** The number of filters that are shown if none are named. */
const SHOWN = 16;
/** The book's step for filters. */
const BOOK_RATE = 0.1;

/** See `visualizeFilters` in `visualize-commands.ts`. */
export async function visualizeFilters(
  options: VisualizeFiltersOptions,
  runContext?: RunContext,
): Promise<VisualizeFiltersResult> {
  const context = contextOf(runContext);
  const { layer, seed = DEFAULTS.seed, engine = 'auto', frames = 0 } = options;
  const { definition } = await openVisualModel(options, { ...context, includeTop: false });
  const count = channelsOf(layer, outlineSummary(definition).layers);
  const numbers = filterNumbers(options.filters ?? `0-${Math.min(SHOWN, count) - 1}`, count);
  const style = ascentStyleOf(options, { input: definition.input, bookRate: BOOK_RATE });
  const { signal } = context;
  await using source = await openGradientSourceThread(definition, { engine, signal });
  const subjects = numbers.map((filter) => ({
    name: `${fileName(layer)}-${filter}`,
    caption: `filter ${filter}`,
    text: `filter ${filter} of ${layer}`,
    objective: [{ layer, measure: 'channel', channel: filter } as const],
    address: [layer, filter],
  }));
  const out = options.out ?? DEFAULTS.pictures;
  const grid = `${fileName(layer)}-grid`;
  const made = await ascendSubjects(source, subjects, {
    ...context,
    style,
    seed,
    out,
    grid,
    frames,
  });
  const filters = numbers.map((filter, at) => ({ filter, picture: made.pictures[at] }));
  return { layer, filters, grid: made.grid };
}

/** The number of channels of a layer. @throws {SproutError} `name-unknown`, with the nearest name. */
function channelsOf(name: string, layers: readonly LayerSummary[]): number {
  const layer = layers.find((one) => one.name === name);
  if (layer !== undefined) return layer.shape.at(-1)!; // an output has an axis
  const known = layers.map((one) => one.name);
  throw new SproutError('name-unknown', { kind: 'layer', name, known });
}

/** A name of a layer as the name of a file: names of nested layers contain slashes. */
function fileName(layer: string): string {
  return layer.replaceAll(/[^\w.-]/g, '_');
}
