import { SproutError } from '@sprout/core';
import { type ModelDefinition, outlineSummary } from '@sprout/train';
import { availableMemory } from 'node:process';

const FLOAT_BYTES = 4;
const GIGABYTE = 1e9;

export interface CheckStepMemoryOptions {
  /** The number of images of the largest batch. */
  readonly count: number;
  /** The free memory in bytes. */
  readonly free?: number;
}

/**
 * Refuses a training whose steps cannot fit into the free memory, before the operating system ends the process.
 *
 * @throws {SproutError} `option-invalid` for the batch size.
 */
export function checkStepMemory(
  model: Pick<ModelDefinition, 'topology'>,
  { count, free = availableMemory() }: CheckStepMemoryOptions,
): void {
  const { layers } = outlineSummary(model);
  const floats = layers.reduce((sum, { shape }) => sum + numbersIn(shape), 0);
  const needed = floats * FLOAT_BYTES * count; // gradients and workspace take as much again, or more
  if (needed <= free) return;
  const most = Math.max(1, Math.floor((count * free) / needed));
  const gigabytes = (bytes: number): string => `${(bytes / GIGABYTE).toFixed(1)} GB`;
  const rule = `smaller, ${most} at the most: a step takes more than ${gigabytes(needed)}, and ${gigabytes(free)} are free`;
  throw new SproutError('option-invalid', { option: 'batchSize', value: String(count), rule });
}

function numbersIn(shape: readonly (number | null)[]): number {
  return shape.reduce<number>((product, length) => product * (length ?? 1), 1);
}
