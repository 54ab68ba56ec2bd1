const HIDDEN =
  // controls, halves of pairs, line breaks, what reorders text, soft hyphens, marks without width
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u00ad\u200b\u2060-\u2064\ufeff]/gu;

/**
 * Text from outside (class names, paths, messages) as it may stand in a message, a picture or a page: characters
 * that would be invisible, move the cursor, reorder their neighbours or break XML are spelt out as `\u{202e}`. Joiners of emoji and scripts stay.
 */
export function visibleText(text: string): string {
  return text.replace(HIDDEN, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`); // never empty
}
