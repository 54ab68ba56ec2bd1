import { visibleText } from '@sprout/core';

/** Text of lines and tabs, with what would move the cursor, colour the terminal or turn the line around spelt out. */
export function printable(text: string): string {
  return text.replaceAll(/[^\n\t]+/g, visibleText);
}
