// The commands that make a model visible, as functions. The other commands are in `commands.ts` and `data-commands.ts`.
import type { VisualizeClassOptions, VisualizeClassResult } from './commands/visualize-class.ts';
import type {
  VisualizeFiltersOptions,
  VisualizeFiltersResult,
} from './commands/visualize-filters.ts';
import type { RunContext } from './event/run-context.ts';
import { throwFirst } from './throw-first.ts';

/**
 * Makes a picture of what each filter of a layer answers to, by gradient ascent, and a grid of all of them. A filter without a
 * gradient is tried from other starts; if it has none there either, it is named by an event. Once the signal is aborted, it stops
 * before the next step; finished pictures stay.
 *
 * @throws {SproutError} `name-unknown` for the layer or the model, with the nearest name; `option-invalid` for filters that do not
 * exist; `model-unsupported` for a model without gradients on the engine; `engine-unavailable`, `weights-unfit`, `file-missing`,
 * `file-invalid`, `file-unwritable`
 */
export async function visualizeFilters(
  options: VisualizeFiltersOptions,
  context?: RunContext,
): Promise<VisualizeFiltersResult> {
  const command = await import('./commands/visualize-filters.ts');
  return await command.visualizeFilters(options, context).catch(throwFirst);
}

/**
 * Makes a picture that a model takes for a class, by gradient ascent on its logit.
 *
 * @throws {SproutError} `name-unknown` for a class that is not in the class map, with the nearest name; and as `visualizeFilters`
 */
export async function visualizeClass(
  options: VisualizeClassOptions,
  context?: RunContext,
): Promise<VisualizeClassResult> {
  const command = await import('./commands/visualize-class.ts');
  return await command.visualizeClass(options, context).catch(throwFirst);
}
