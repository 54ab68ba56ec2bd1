import { SproutError } from '@sprout/core';
import type { ScoreGradient } from '../score-gradients.ts';

/** @throws {SproutError} `option-invalid` for a layer whose output has no rows and columns. */
export function mapShape(
  { shape }: Pick<ScoreGradient, 'shape'>,
  layer: string,
): {
  readonly positions: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
} {
  const [height, width, channels] = shape;
  if (height !== undefined && width !== undefined && channels !== undefined)
    return { height, width, channels, positions: height * width };
  const rule = 'a layer whose output has rows and columns';
  throw new SproutError('option-invalid', { option: 'layer', value: layer, rule });
}
