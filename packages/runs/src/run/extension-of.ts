import { type RunRecord, SproutError, type TrainingPosition } from '@sprout/core';
import { type EarlyStopping, stagePlace, stopsEarly } from '@sprout/train';

/** A change of the number of epochs of a run, as `run.json` has it. */
export type Extension = NonNullable<RunRecord['extended']>[number];

export interface ExtensionOptions {
  /** The number of epochs of the run so far. */
  readonly planned: number;
  /** The number of epochs that is chosen now. */
  readonly epochs: number;
  readonly earlyStopping?: EarlyStopping | undefined;
  /** The number of finished epochs in which the patience of early stopping does not count. */
  readonly patienceFrom?: number | undefined;
  /** The stages of the run; one by default. */
  readonly stages?: readonly { readonly epochs: number }[] | undefined;
}

/**
 * The change when a number of epochs is chosen for a run at a position.
 *
 * @returns `undefined` if nothing changes: the number is that of the run, and the run has not stopped early.
 * @throws {SproutError} `option-invalid` if the run has begun more epochs.
 */
export function extensionOf(
  position: Pick<TrainingPosition, 'epoch' | 'done' | 'history'>,
  { planned, epochs, earlyStopping, patienceFrom, stages }: ExtensionOptions,
): Extension | undefined {
  checkBegun(position, epochs);
  const { epoch, history } = position;
  const plan = { stages: stages ?? [{ epochs: planned }], epochs: planned, earlyStopping };
  const { start } = stagePlace(history, plan);
  const hasStopped = epochs > epoch && stopsEarly(history, { start, earlyStopping, patienceFrom });
  if (epochs === planned && !hasStopped) return undefined;
  return { after: epoch, from: planned, to: epochs };
}

/** @throws {SproutError} `option-invalid` if a run at a position has begun more epochs. */
export function checkBegun(
  { epoch, done }: Pick<TrainingPosition, 'epoch' | 'done'>,
  epochs: number,
): void {
  const begun = done > 0 ? epoch + 1 : epoch;
  if (epochs >= begun) return;
  const rule = `at least ${begun}, the number of epochs that the run has ${done > 0 ? 'begun' : 'done'}`;
  throw new SproutError('option-invalid', { option: 'epochs', value: String(epochs), rule });
}
