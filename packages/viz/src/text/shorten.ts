import { textWidth, type TextWidthOptions } from './text-width.ts';

export interface ShortenOptions extends TextWidthOptions {
  /** The widest that the result may run, in the unit of `size`. */
  readonly width: number;
  /** Where text is left out: paths keep their end, names their beginning. */
  readonly keep?: 'start' | 'end';
}

/** The text, or as much of it as fits, with an ellipsis for the rest. Never cuts a code point in two. */
export function shorten(text: string, { width, keep = 'start', ...font }: ShortenOptions): string {
  if (textWidth(text, font) <= width) return text;
  const characters = Array.from(text);
  if (keep === 'end') characters.reverse();
  const kept: string[] = [];
  let left = width - textWidth('…', font);
  for (const character of characters) {
    left -= textWidth(character, font);
    if (left < 0) break;
    kept.push(character);
  }
  return keep === 'start'
    ? `${kept.join('').trimEnd()}…`
    : `…${kept.toReversed().join('').trimStart()}`;
}
