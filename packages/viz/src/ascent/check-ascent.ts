import { checkWhole, SproutError } from '@sprout/core';
import type { AscendOptions } from './ascend-options.ts';

/** @throws {SproutError} `option-invalid`, naming the option, the rule and the value. */
export function checkAscent(options: AscendOptions): void {
  const { steps, count = 1, optimiser, transforms = [], penalties = [] } = options;
  checkWhole('steps', steps, { least: 1 });
  checkWhole('count', count, { least: 1 });
  checkAbove0('rate', optimiser.rate);
  for (const transform of transforms) {
    if (transform.kind === 'jitter') checkWhole('pixels of jitter', transform.pixels, { least: 0 });
    if (transform.kind === 'scale') {
      checkList('factors of scale', transform.factors);
      for (const factor of transform.factors) checkAbove0('factors of scale', factor);
    }
    if (transform.kind === 'rotate') checkList('degrees of rotate', transform.degrees);
  }
  for (const { kind, weight } of penalties) checkAbove0(`weight of ${kind}`, weight);
  if (options.picture === 'deprocess' && options.parametrisation.kind !== 'pixels') {
    const rule = 'pixels for a Fourier parametrisation, whose images need no deprocess_image';
    throw new SproutError('option-invalid', { option: 'picture', value: 'deprocess', rule });
  }
}

function checkAbove0(option: string, value: number): void {
  if (value > 0 && Number.isFinite(value)) return;
  const rule = 'a finite number above 0';
  throw new SproutError('option-invalid', { option, value: String(value), rule });
}

function checkList(option: string, values: readonly number[]): void {
  if (values.length > 0 && values.every(Number.isFinite)) return;
  const rule = 'a list of one or more finite numbers';
  throw new SproutError('option-invalid', { option, value: `[${values.join(', ')}]`, rule });
}
