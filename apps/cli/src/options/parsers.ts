import { InvalidArgumentError } from '@commander-js/extra-typings';
import type { GivenModel } from '@sprout/runs';
import { LIMITS, type WholeRange } from '@sprout/runs/options';

/** A parser of whole numbers in a range. */
export function wholeNumber({
  least,
  most = Number.MAX_SAFE_INTEGER,
}: WholeRange): (text: string) => number {
  const range =
    most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isSafeInteger(value) || value < least || value > most) {
      throw new InvalidArgumentError(`It must be a whole number ${range}.`);
    }
    return value;
  };
}

/** Parses a finite number above 0. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0)
    throw new InvalidArgumentError('It must be a number above 0.');
  return value;
}

/** Parses a probability. */
export function probability(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('It must be a probability, from 0 to 1.');
  return value;
}

/** Parses a number of images of each class (at least 1) or a share of each class (between 0 and 1). */
export function countOrShare(text: string): number {
  const value = Number(text);
  const share = value > 0 && value < 1;
  if (text.trim() === '' || !(share || (Number.isSafeInteger(value) && value >= 1))) {
    throw new InvalidArgumentError(
      'It must be a number of images a class, 12 say, or a share of them, 0.1 say.',
    );
  }
  return value;
}

/** As `countOrShare`; other text is the name of a folder. */
export function countShareOrFolder(text: string): number | string {
  return text.trim() === '' || !Number.isNaN(Number(text)) ? countOrShare(text) : text;
}

/** Parses `HxW`, or one number for both. */
export function size(text: string): { height: number; width: number } {
  const match = /^(\d+)(?:x(\d+))?$/i.exec(text);
  const height = Number(match?.[1]);
  const width = Number(match?.[2] ?? match?.[1]);
  const { least, most } = LIMITS.side;
  const isSide = (side: number): boolean => side >= least && side <= most; // false for NaN
  if (!isSide(height) || !isSide(width)) {
    throw new InvalidArgumentError(
      `It must be HEIGHTxWIDTH, 150x150 say, each ${least} to ${most}.`,
    );
  }
  return { height, width };
}

/** The name or the file of a model. The command that uses it checks the name. */
export function model(text: string): GivenModel {
  return text as GivenModel; // not checked yet
}

/** Collects the values of an option that can be given several times. */
export function collect(text: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), text];
}
