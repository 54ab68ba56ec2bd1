import { canonicalJson, SproutError } from '@sprout/core';
import type { ImageOptions } from '../config/config-options.ts';
import { readConfig } from '../config/read-config.ts';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import type { AugmentationLog, LoggedCopy } from './read-log.ts';

export interface CheckAgreementOptions {
  readonly resolved: ResolvedTraining;
  readonly options: ImageOptions & { readonly copies?: number | undefined };
}

/**
 * Checks that the options that are given beside a log are those of the log.
 *
 * @throws {SproutError} `option-invalid`
 */
export async function checkAgreement(
  log: AugmentationLog,
  { resolved, options }: CheckAgreementOptions,
): Promise<void> {
  const { recipe, augment } = await readConfig(options);
  const isRecipeGiven = recipe !== undefined || options.size !== undefined;
  const given: readonly (readonly [string, unknown, (copy: LoggedCopy) => unknown])[] = [
    ['seed', options.seed, (copy) => copy.record.seed],
    ['augment', augment && resolved.augment, (copy) => copy.augment],
    ['recipe', isRecipeGiven ? resolved.recipe : undefined, (copy) => copy.recipe],
  ];
  for (const [option, value, logged] of given) {
    if (value === undefined) continue;
    const text = canonicalJson(value);
    const other = log.copies.find((copy) => canonicalJson(logged(copy)) !== text);
    if (other !== undefined) throw disagreement(log, option, { value: text, line: other.line });
  }
  const { copies } = options;
  const most = log.copies.reduce((highest, { record }) => Math.max(highest, record.copy), 0);
  if (copies !== undefined && copies !== most) {
    const rule = `left out, or ${most} as in ${log.file}`;
    throw new SproutError('option-invalid', { option: 'copies', value: String(copies), rule });
  }
}

function disagreement(
  { file }: AugmentationLog,
  option: string,
  { value, line }: { readonly value: string; readonly line: number },
): SproutError<'option-invalid'> {
  const rule = `left out, or that of ${file}, line ${line}`;
  return new SproutError('option-invalid', { option, value, rule });
}
