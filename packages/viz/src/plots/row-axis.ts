import { shorten } from '../text/shorten.ts';
import { visibleText } from '@sprout/core';
import { colours } from '../svg/theme.ts';

const LONGEST_NAME = 200;

/**
 * A vertical axis of named rows in the given order. Rows are identified by number, so that names can be equal, also after
 * shortening, and so that no name is part of an expression.
 *
 * @returns A parameter for the spec's `params` and the `y` encoding of data whose field `row` counts from 0.
 */
export function rowAxis(names: readonly string[]) {
  const shown = names.map((name) => shorten(visibleText(name), { size: 11, width: LONGEST_NAME }));
  return {
    param: { name: 'names', value: shown },
    y: {
      field: 'row',
      type: 'ordinal',
      title: null,
      scale: { domain: names.map((_, row) => row) },
      axis: {
        labelExpr: 'names[datum.value]',
        grid: false,
        labelColor: colours.ink,
        labelPadding: 10, // a point at 0 is beside the name
      },
    },
  } as const;
}
