import { escapeMarkup } from '../../text/escape-markup.ts';

/** Markup that is safe to insert into a page, made by `html` or `trusted`. */
export interface Html {
  readonly markup: string;
}

type Value = Html | string | number | undefined | readonly (Html | string | undefined)[];

/**
 * A part of a page as a tagged template. Values are escaped, both between tags and inside quoted attributes. Parts made by
 * `html`, and lists of them, are inserted unchanged; `undefined` inserts nothing.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const markup = strings.reduce(
    (before, next, number) => before + toMarkup(values[number - 1]) + next,
  );
  return { markup };
}

/** Marks markup as safe that `html` has not made. All text of the data in it must be escaped. */
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
