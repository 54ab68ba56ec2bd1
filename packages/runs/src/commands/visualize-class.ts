import { SproutError } from '@sprout/core';
import { outputLayer, outputShape } from '@sprout/train';
import { contextOf, type RunContext } from '../event/run-context.ts';
import { ascendModel } from '../visualize/ascend-model.ts';
import type { SubjectPicture } from '../visualize/ascend-subjects.ts';
import type { AscentCommandOptions } from '../visualize/ascent-command-options.ts';
import { checkOutFolder } from '../visualize/check-out-folder.ts';
import { openVisualModel } from '../visualize/open-visual-model.ts';

export interface VisualizeClassOptions extends AscentCommandOptions {
  /** The names of classes, or their numbers from 0: a base and a model in a file have only numbers. One picture is made of each. */
  readonly classes: readonly string[];
  /** Whether the probability rises instead of the logit; not by default, because its gradient is almost zero where it is near 1. */
  readonly probability?: boolean | undefined;
}

export interface VisualizeClassResult {
  /** `pictures` has one for each variant, and none for a class whose gradient is zero from each start. */
  readonly classes: readonly {
    readonly name: string;
    readonly pictures: readonly SubjectPicture[];
  }[];
  /** The file with all pictures, with captions. */
  readonly grid: string;
}

/** The book's step for classes. */
const BOOK_RATE = 0.01;

/** See `visualizeClass` in `visualize-commands.ts`. */
export async function visualizeClass(
  options: VisualizeClassOptions,
  runContext?: RunContext,
): Promise<VisualizeClassResult> {
  checkOutFolder(options.out);
  const context = contextOf(runContext);
  const { probability = false } = options;
  const { definition, classes } = await openVisualModel(options, { ...context, includeTop: true });
  const count = outputShape(definition).at(-1)!; // an output has an axis
  const numbers = options.classes.map((name) => classNumber(name, { classes, count }));
  const layer = outputLayer(definition);
  const subjects = numbers.map((channel) => ({
    name: `class-${channel}`,
    caption: classes?.[channel] ?? `class ${channel}`,
    text: `class ${classes?.[channel] ?? channel}`,
    quantity: probability ? 'probability' : 'logit',
    objective: [{ layer, beforeActivation: !probability, measure: 'channel', channel } as const],
    address: [layer, channel],
  }));
  const made = await ascendModel(definition, subjects, {
    ...context,
    options,
    layer,
    bookRate: BOOK_RATE,
    grid: 'classes-grid',
  });
  const named = subjects.map(({ caption }, at) => ({
    name: caption,
    pictures: made.pictures[at]!,
  })); // of each subject
  return { classes: named, grid: made.grid };
}

interface Classes {
  /** The class map, if the model has one. */
  readonly classes: readonly string[] | undefined;
  readonly count: number;
}

/** @throws {SproutError} `name-unknown`, with the nearest name; `option-invalid` for a number out of range. */
function classNumber(name: string, { classes, count }: Classes): number {
  const named = classes?.indexOf(name) ?? -1;
  if (named !== -1) return named;
  const number = /^\d+$/.test(name) ? Number(name) : NaN;
  if (number < count) return number;
  if (classes !== undefined && Number.isNaN(number))
    throw new SproutError('name-unknown', { kind: 'class', name, known: classes });
  const rule = `a class of the model, as a number from 0 to ${count - 1}`;
  throw new SproutError('option-invalid', { option: 'class', value: name, rule });
}
