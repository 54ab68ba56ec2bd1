import { visibleText } from '@sprout/core';

/** Replaces control characters, except line ends and tabs, by visible escapes, so that text cannot control the terminal. */
export function printable(text: string): string {
  return text.replaceAll(/[^\n\t]+/g, visibleText);
}

/** Replaces control characters in JSON by escapes of JSON: the data stays the same. */
export function printableJson(json: string): string {
  return json.replaceAll(/[^ -~]/gu, (character) =>
    visibleText(character) === character ? character : escaped(character),
  );
}

/** The escapes of a character in JSON, one for each UTF-16 code unit. */
function escaped(character: string): string {
  return character.replaceAll(
    /[^]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
