import { SproutError } from '@sprout/core';
import { type BaseInFileOptions, INPUT_FUNCTIONS } from '@sprout/train';
import type { Transfer } from './transfer-of.ts';
import { weightsFor } from './weights-for.ts';

/** The size of the images of a base. */
export interface BaseSize {
  readonly height: number;
  readonly width: number;
}

/**
 * How a base in a file is read.
 *
 * @throws {SproutError} `option-invalid` without a file, or without an input function: a file does not say how bytes become numbers.
 */
export function fileBaseOptions(transfer: Transfer, size: Partial<BaseSize>): BaseInFileOptions {
  const { file } = weightsFor(transfer);
  const { input, pooling, parameters } = transfer;
  const { truncateAt } = parameters;
  if (input === undefined) {
    const names = Object.keys(INPUT_FUNCTIONS).join(', ');
    const rule = `the input function that the model was trained with (${names}), as in --set model.input=tf`;
    throw new SproutError('option-invalid', { option: 'model.input', value: 'nothing', rule });
  }
  return { file, ...size, input, pooling, ...(typeof truncateAt === 'string' && { truncateAt }) };
}
