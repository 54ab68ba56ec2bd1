import { visibleText } from '@sprout/core';

/** Replaces control characters, except line ends and tabs, by visible escapes, so that text cannot control the terminal. */
export function printable(text: string): string {
  return text.replaceAll(/[^\n\t]+/g, visibleText);
}
