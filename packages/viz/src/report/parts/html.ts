import { escapeMarkup } from '../../text/escape-markup.ts';

/** Markup that may stand in a page as it is. Made by `html`, or by `trusted` from pictures of our own. */
export interface Html {
  readonly markup: string;
}

type Value = Html | string | number | undefined | readonly (Html | string | undefined)[];

/**
 * A page part as a tagged template: every value is escaped, both between tags and inside quoted attributes; parts
 * made by `html` itself and lists of them go in as they are, `undefined` as nothing.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const markup = strings.reduce(
    (before, next, number) => before + toMarkup(values[number - 1]) + next,
  );
  return { markup };
}

/** Vouches for markup that was not made by `html`. */
export function trusted(markup: string): Html {
  return { markup };
}

function toMarkup(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeMarkup(value);
  if ('markup' in value) return value.markup;
  return value.map(toMarkup).join('');
}
