// advance widths of DejaVu Sans 2.37 for U+0020 to U+007E, in thousandths of the font size
const ASCII = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
  636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
  575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
  611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
  278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];
const OTHER = 650;
const WIDE = 1000;
/** The width of DejaVu Sans Bold relative to DejaVu Sans, measured on English text. */
const BOLD = 1.12;

export interface TextWidthOptions {
  /** The font size; the width has the same unit. */
  readonly size: number;
  readonly bold?: boolean;
}

/**
 * The width of a line of text in DejaVu Sans. Exact for ASCII without kerning, estimated for other characters. DejaVu Sans
 * is wide, so text that fits in it also fits in the usual system fonts.
 */
export function textWidth(text: string, { size, bold = false }: TextWidthOptions): number {
  let thousandths = 0;
  for (const character of text) thousandths += advance(character.codePointAt(0)!);
  return (thousandths / 1000) * size * (bold ? BOLD : 1);
}

function advance(codePoint: number): number {
  return ASCII[codePoint - 0x20] ?? (codePoint >= 0x1100 ? WIDE : OTHER);
}
