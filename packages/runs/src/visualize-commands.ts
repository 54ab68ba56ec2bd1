// The commands that show what a network looks for, and where it looks, as functions. The other commands are in `commands.ts` and
// `data-commands.ts`.
import type {
  VisualizeActivationsOptions,
  VisualizeActivationsResult,
} from './commands/visualize-activations.ts';
import type {
  VisualizeAdversarialOptions,
  VisualizeAdversarialResult,
} from './commands/visualize-adversarial.ts';
import type {
  VisualizeAttributionOptions,
  VisualizeAttributionResult,
} from './commands/visualize-attribution.ts';
import type { VisualizeClassOptions, VisualizeClassResult } from './commands/visualize-class.ts';
import type {
  VisualizeFiltersOptions,
  VisualizeFiltersResult,
} from './commands/visualize-filters.ts';
import type { RunContext } from './event/run-context.ts';
import { throwFirst } from './throw-first.ts';

/**
 * Makes a picture that maximises each filter of a layer, by gradient ascent, and a grid of all of them. A filter without a gradient is
 * tried from other starts; an event names it if it has none there either. Once the signal is aborted, the ascent stops before the next
 * step; finished pictures stay.
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
 * Makes a picture that a model predicts as a class, by gradient ascent on its logit.
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

/**
 * Shows which parts of images raise the score of a class: for each image the prepared image, a map in colours, and the map over the
 * image, as PNG, and a sheet of all. The pictures are written at the end, as one act.
 *
 * @throws {SproutError} `name-unknown` for a method, layer or class; `option-invalid`; `images-bad`; `file-exists` for another picture
 * of the same name; `file-missing`, `file-invalid`, `file-unwritable`; `engine-unavailable`; `model-unsupported` where the engine has
 * no gradient of a layer
 */
export async function visualizeAttribution(
  options: VisualizeAttributionOptions,
  context?: RunContext,
): Promise<VisualizeAttributionResult> {
  const command = await import('./commands/visualize-attribution.ts');
  return await command.visualizeAttribution(options, context).catch(throwFirst);
}

/**
 * Draws the output of a layer for an image: a map for each of its channels, those with the largest mean first, as one PNG.
 *
 * @throws {SproutError} As `visualizeAttribution`.
 */
export async function visualizeActivations(
  options: VisualizeActivationsOptions,
  context?: RunContext,
): Promise<VisualizeActivationsResult> {
  const command = await import('./commands/visualize-activations.ts');
  return await command.visualizeActivations(options, context).catch(throwFirst);
}

/**
 * Searches the smallest change of each image that changes the prediction of a model. Writes the image, the changed image and the
 * amplified difference as PNG, a sheet of all, and `adversarial.json`. The files are written at the end, as one act.
 *
 * @throws {SproutError} `option-invalid` for a model of tags, or an epsilon out of range; and as `visualizeAttribution`.
 */
export async function visualizeAdversarial(
  options: VisualizeAdversarialOptions,
  context?: RunContext,
): Promise<VisualizeAdversarialResult> {
  const command = await import('./commands/visualize-adversarial.ts');
  return await command.visualizeAdversarial(options, context).catch(throwFirst);
}
