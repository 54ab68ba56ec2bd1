// The commands that show what a network has learned, as functions. The other commands are in `commands.ts` and `data-commands.ts`.
import type { RunContext } from './event/run-context.ts';
import type {
  VisualizeActivationsOptions,
  VisualizeActivationsResult,
} from './commands/visualize-activations.ts';
import type {
  VisualizeAttributionOptions,
  VisualizeAttributionResult,
} from './commands/visualize-attribution.ts';
import { throwFirst } from './throw-first.ts';

/**
 * Shows where images speak for a class: for each image the image as the model sees it, a map in colours, and the map over the image,
 * as PNG, and a sheet of all. The pictures are written at the end, as one act.
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
