import { durationText } from '@sprout/core';

/** A no-break space, which keeps a number and its unit on one line. */
const SPACE = '\u00a0';

/** 0.7917 as "79.2 %", with a no-break space. A share that is not finite is a dash. */
export function percent(share: number, digits = 1): string {
  return Number.isFinite(share) ? `${percentage(share, digits)}${SPACE}%` : '–';
}

/** 0.7917 as "79.2", for plots, style attributes and ranges, which add the sign themselves. */
export function percentage(share: number, digits = 1): string {
  return (100 * share).toFixed(digits);
}

/** 1234567 as "1,234,567". */
export function wholeNumber(count: number): string {
  return count.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

/** A length of time as by `durationText`, with no-break spaces after the numbers. */
export function duration(seconds: number): string {
  return durationText(seconds).replaceAll(/(?<=\d) /g, SPACE);
}

/** "1 image", "2 images". */
export function counted(count: number, noun: string): string {
  const plural = /(?:s|x|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
  return `${wholeNumber(count)} ${count === 1 ? noun : plural}`;
}
