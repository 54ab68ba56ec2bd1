const HIDDEN =
  // controls, lone surrogates, line breaks, bidirectional controls, soft hyphens, characters without width
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u00ad\u200b\u2060-\u2064\ufeff]/gu;

/**
 * Makes text from outside (class names, paths, messages) safe to show in a message, a picture or a page. Characters that
 * are invisible, move the cursor, reorder their neighbours or break XML are written as `\u{202e}`. The joiners that
 * emoji and some scripts need are kept.
 */
export function visibleText(text: string): string {
  return text.replace(HIDDEN, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`); // never empty
}
