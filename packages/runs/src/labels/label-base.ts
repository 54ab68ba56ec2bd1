import { SproutError } from '@sprout/core';

/** The base that judges labels unless another one is named. */
export const LABEL_BASE = 'efficientnet-lite0';

/**
 * The options of the base that judges labels.
 *
 * @throws {SproutError} `option-invalid` if neither a base nor weights are given: those of the default base are not downloaded.
 */
export function labelBase({
  model,
  weights,
}: {
  readonly model?: string | undefined;
  readonly weights?: string | undefined;
}): { readonly model: string; readonly weights?: string | undefined } {
  if (model !== undefined) return { model, weights };
  if (weights !== undefined) return { model: LABEL_BASE, weights };
  const rule = `the file of the released weights of ${LABEL_BASE}, which judges labels by default; a network whose weights are downloaded, such as squeezenet-1.1 or vgg16, is named by the option model`;
  throw new SproutError('option-invalid', { option: 'weights', value: 'nothing', rule });
}
