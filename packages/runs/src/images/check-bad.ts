import { SproutError } from '@sprout/core';
import type { Context } from '../event/run-context.ts';
import type { BadImagePolicy } from '../options/limits.ts';

type Reasons = readonly { readonly reason: string }[];

export interface CheckBadOptions {
  /** The number of images, bad ones among them. */
  readonly total: number;
  readonly onBad: BadImagePolicy;
}

/** @throws {SproutError} `images-bad` if there are bad images and `onBad` is `fail`. */
export function checkBad(bad: Reasons, { total, onBad }: CheckBadOptions): void {
  const [first] = bad;
  if (first !== undefined && onBad === 'fail')
    throw new SproutError('images-bad', { count: bad.length, total, first: first.reason });
}

/** Emits the number of bad images and the reason for the first one; nothing without bad images. */
export function emitLeftOut(bad: Reasons, { emit }: Pick<Context, 'emit'>): void {
  const [first] = bad;
  if (first !== undefined)
    emit({ type: 'images-left-out', count: bad.length, first: first.reason });
}
