import { colours, fontFamily } from '../../svg/theme.ts';
import { escapeMarkup } from '../../text/escape-markup.ts';
import { colourOf, type ColourScale } from './colour-scale.ts';

export interface ColourBarOptions {
  readonly scale: ColourScale;
  /** The texts at the two ends. */
  readonly from: string;
  readonly to: string;
}

const HEIGHT = 44;
const MARGIN = 20;
const BAR = { width: 240, height: 12, steps: 60 };

/** A picture as SVG, whose first element states its width and height, with a colour bar below it. */
export function withColourBar(svg: string, { scale, from, to }: ColourBarOptions): string {
  const [width = 0, height = 0] = ['width', 'height'].map((name) =>
    Number(new RegExp(String.raw`^<svg[^>]*?\s${name}="([\d.]+)"`).exec(svg)?.[1]),
  );
  const least = scale === 'signed' ? -1 : 0;
  const step = BAR.width / BAR.steps;
  const top = height + 4;
  const cells = Array.from({ length: BAR.steps }, (_, at) => {
    const fill = `rgb(${colourOf(scale, least + ((1 - least) * (at + 0.5)) / BAR.steps).join(',')})`;
    return `<rect x="${MARGIN + at * step}" y="${top}" width="${step + 0.5}" height="${BAR.height}" fill="${fill}"/>`;
  });
  const label = (text: string, x: number, anchor: string): string =>
    `<text x="${x}" y="${top + 26}" font-size="11" text-anchor="${anchor}" fill="${colours.muted}">${escapeMarkup(text)}</text>`;
  const whole = height + HEIGHT;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}" font-family="${escapeMarkup(fontFamily)}">`,
    `<rect width="${width}" height="${whole}" fill="${colours.paper}"/>`,
    svg,
    ...cells,
    label(from, MARGIN, 'start'),
    label(to, MARGIN + BAR.width, 'end'),
    '</svg>',
  ].join('');
}
