import type { Argument, HelpConfiguration, Option } from '@commander-js/extra-typings';

/** Help with choices and defaults as on a command line, not as JSON. */
export const PLAIN_HELP: HelpConfiguration = {
  optionDescription: described,
  argumentDescription: described,
};

function described(part: Option | Argument): string {
  const { description, argChoices, defaultValue } = part;
  const [, text = '', written] = /^([^]*?)(?: \((default: .*)\))?$/.exec(description)!; // it matches every text
  const byDefault = isShown(defaultValue) ? `default: ${String(defaultValue)}` : written;
  const facts = [argChoices?.join(', '), byDefault].filter((fact) => fact !== undefined);
  return facts.length === 0 ? text : `${text} (${facts.join('; ')})`;
}

/** `true` is the default of options such as `--no-cache`. */
function isShown(value: unknown): boolean {
  return value !== undefined && typeof value !== 'boolean';
}
