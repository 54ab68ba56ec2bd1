import { visibleText } from '@sprout/core';

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Escapes text for HTML and SVG, between tags and inside quoted attributes. Control characters are made visible. */
export function escapeMarkup(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (character) => ENTITIES.get(character)!); // the pattern has the keys of the map
}
