import { shorten } from './shorten.ts';
import { textWidth, type TextWidthOptions } from './text-width.ts';

export interface WrapOptions extends TextWidthOptions {
  /** The largest width of a line, in the unit of `size`. */
  readonly width: number;
}

/** Breaks text between words into lines of at most a width. A word that is wider than a line is shortened. */
export function wrap(text: string, { width, ...font }: WrapOptions): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, font) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = shorten(word, { width, ...font });
  }
  return line === '' ? lines : [...lines, line];
}
