import type { Config } from 'vega-lite';

/**
 * The colours of plots, contact sheets and the report. The pairs with a meaning (training and validation, right and wrong) are
 * blue and orange, which can be distinguished with all common kinds of colour blindness. Their contrast is at least 3:1 on a
 * white and on a dark page. The style sheet of the report finds the colours by these values and replaces most of them in its dark scheme.
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

/** The fonts of the reader's system come first. resvg is given DejaVu Sans only, so it uses that. */
export const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif';

const { ink, muted, grid, paper } = colours;

/** The theme of all plots: no frames, thin grids, light axes, one text size. */
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
