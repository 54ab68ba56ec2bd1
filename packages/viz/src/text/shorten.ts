import { textWidth, type TextWidthOptions } from './text-width.ts';

export interface ShortenOptions extends TextWidthOptions {
  /** The largest width of the result, in the unit of `size`. */
  readonly width: number;
  /** Which end of the text is kept: the start by default; the end is better for paths. */
  readonly keep?: 'start' | 'end';
}

/** Shortens text to a width, with an ellipsis for the part that is left out. Code points are never split. */
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
