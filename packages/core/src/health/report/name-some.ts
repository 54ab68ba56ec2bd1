import { visibleText } from '../../text/visible-text.ts';

const SHOWN = 3;

/** The first three names, and how many more there are: "a, b, c and 4 more". */
export function nameSome(names: readonly string[], separator = ', '): string {
  const shown = names.slice(0, SHOWN).map(visibleText).join(separator);
  return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown;
}
