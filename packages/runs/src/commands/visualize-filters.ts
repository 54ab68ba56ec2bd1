import { SproutError } from '@sprout/core';
import { type LayerSummary, outlineSummary } from '@sprout/train';
import { contextOf, type RunContext } from '../event/run-context.ts';
import { ascendModel } from '../visualize/ascend-model.ts';
import type { SubjectPicture } from '../visualize/ascend-subjects.ts';
import type { AscentCommandOptions } from '../visualize/ascent-command-options.ts';
import { filterNumbers } from '../visualize/filter-numbers.ts';
import { checkOutFolder } from '../visualize/check-out-folder.ts';
import { openVisualModel } from '../visualize/open-visual-model.ts';

export interface VisualizeFiltersOptions extends AscentCommandOptions {
  readonly layer: string;
  /** The numbers of the filters, such as `0-15,110`; the first 16 by default. */
  readonly filters?: string | undefined;
}

export interface VisualizeFiltersResult {
  readonly layer: string;
  /** `pictures` has one for each variant, and none for a dead filter, whose gradient is zero from each start. */
  readonly filters: readonly {
    readonly filter: number;
    readonly pictures: readonly SubjectPicture[];
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
  checkOutFolder(options.out);
  const context = contextOf(runContext);
  const { layer } = options;
  const { definition } = await openVisualModel(options, { ...context, includeTop: false });
  const count = channelsOf(layer, outlineSummary(definition).layers);
  const numbers = filterNumbers(options.filters ?? `0-${Math.min(SHOWN, count) - 1}`, count);
  const subjects = numbers.map((filter) => ({
    name: `${fileName(layer)}-${filter}`,
    caption: `filter ${filter}`,
    text: `filter ${filter} of ${layer}`,
    quantity: 'activation',
    objective: [{ layer, measure: 'channel', channel: filter } as const],
    address: [layer, filter],
  }));
  const grid = `${fileName(layer)}-grid`;
  const made = await ascendModel(definition, subjects, {
    ...context,
    options,
    layer,
    bookRate: BOOK_RATE,
    grid,
  });
  const filters = numbers.map((filter, at) => ({ filter, pictures: made.pictures[at]! })); // pictures of each subject
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
