import { checkWhole } from '@sprout/core';

/** The place of a step in a training of several stages. */
export interface StageStep {
  /** The index of the stage in the options of the trainer. */
  readonly number: number;
  /** The number of steps of the stage before this one. In step 0 the optimiser begins anew: its slots are zeros. */
  readonly step: number;
}

/** @throws {SproutError} `option-invalid` for a stage that the trainer does not have, or a step below 0. */
export function checkStageStep({ number, step }: StageStep, stages: number): void {
  checkWhole('stage.number', number, { least: 0, most: stages - 1 });
  checkWhole('stage.step', step, { least: 0 });
}
