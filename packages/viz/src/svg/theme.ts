import type { Config } from 'vega-lite';

/**
 * The colours of every picture. The pairs that carry meaning (training and validation, right and wrong) are blue
 * against orange, which all common kinds of colour blindness tell apart, at least 3:1 against a white and a dark page.
 * The report maps most of them to its dark scheme by these very values.
 */
export const colours = {
  ink: '#1d2a33',
  muted: '#5d6c78',
  grid: '#e3e8ec',
  empty: '#f2f5f7',
  paper: '#fefefe',
  onColour: '#ffffff',
  training: '#cf7a24',
  validation: '#2a78b8',
  right: '#1f6aa5',
  wrong: '#c2541a',
  leaf: '#2c9a68',
  pale: '#a3c8e6',
  neutral: '#83919e',
} as const;

/** What the reader has comes first; resvg is given DejaVu Sans only and falls through to it. */
export const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif';

const { ink, muted, grid, paper } = colours;

/** The look of every plot: no boxes, hairline grids, quiet axes, one size of text. */
export const themeConfig: Config = {
  background: paper,
  font: fontFamily,
  padding: 8,
  aria: false,
  view: { stroke: null },
  title: { anchor: 'start', frame: 'group', color: ink, fontSize: 13, fontWeight: 600, offset: 12 },
  axis: {
    domain: false,
    ticks: false,
    gridColor: grid,
    labelColor: muted,
    labelFontSize: 11,
    labelPadding: 6,
    labelLimit: 0,
    titleColor: muted,
    titleFontSize: 11,
    titleFontWeight: 'normal',
    titlePadding: 10,
    titleLimit: 0,
  },
  axisQuantitative: { labelFlush: false },
  legend: {
    orient: 'top',
    columnPadding: 18,
    title: null,
    labelColor: ink,
    labelFontSize: 11,
    labelLimit: 0,
    symbolSize: 90,
    offset: 10,
  },
  text: { color: ink, fontSize: 11 },
  rule: { color: muted },
  concat: { spacing: 36 },
};
