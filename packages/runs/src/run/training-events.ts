import type { Mix, Opened, Trainer } from '@sprout/train';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import type { Context } from '../event/run-context.ts';
import type { RunEvent } from '../event/run-event.ts';
import { emitLeftOut } from '../images/check-bad.ts';
import { classMap } from '../images/class-map.ts';
import type { OpenedImages } from '../images/open-images.ts';
import type { Extension } from './extension-of.ts';

/** Emits how the images are divided, and which of them are bad. */
export function emitImages(
  { dataset, tags, training, validation, bad }: OpenedImages,
  context: Pick<Context, 'emit'>,
): void {
  context.emit({
    type: 'images-divided',
    images: dataset.samples.length,
    classes: classMap({ dataset, tags }).length,
    training: training.length,
    validation: validation.length,
  });
  emitLeftOut(bad, context);
}

/** Emits what the examination of the images found, without bad images that `emitImages` counts already. */
export function emitHealth(
  { health, bad }: Pick<OpenedImages, 'health' | 'bad'>,
  { emit }: Pick<Context, 'emit'>,
): void {
  const known = new Set(bad.map(({ id }) => id));
  for (const finding of health?.findings ?? []) {
    const isKnown = finding.kind === 'unreadable' && finding.files.every((id) => known.has(id));
    if (!isKnown) emit({ type: 'finding', finding });
  }
}

/** The event for a changed number of epochs. */
export function runExtended(extension: Extension, { train }: ResolvedTraining): RunEvent {
  const earlyStopping = train.earlyStopping !== undefined;
  const { schedule } = train.stages?.at(-1) ?? train; // the number of epochs changes the last stage
  return { type: 'run-extended', ...extension, schedule: schedule.name, earlyStopping };
}

/** The event for the plan of a training. */
export function trainingPlanned(
  { model, train, recipe, augment }: ResolvedTraining,
  { engine, note }: Pick<Opened<Trainer>, 'engine' | 'note'>,
): RunEvent {
  return {
    type: 'training-planned',
    recipe: recipe.map(({ op }) => op),
    augment: augment.map(({ op }) => op),
    mix: waysOfMixing(train.mix),
    model: model.name,
    engine,
    engineNote: note,
    epochs: train.epochs,
    batchSize: train.batchSize,
    optimiser: train.optimiser.name,
    learningRate: train.optimiser.learningRate,
    ...(train.stages && { stages: train.stages }),
  };
}

/** The names of the ways in which a training mixes images, as their papers have them. */
function waysOfMixing({ mixUp, cutMix }: Partial<Mix> = {}): string[] {
  return [...(mixUp ? ['MixUp'] : []), ...(cutMix ? ['CutMix'] : [])];
}
