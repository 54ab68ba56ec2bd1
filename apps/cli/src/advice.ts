import { type AnySproutError, SproutError } from '@sprout/core';

/** How the command line spells the options of `@sprout/runs` that its errors name. */
const OPTIONS: Readonly<Record<string, string>> = {
  folder: 'DIR',
  name: '--name',
  out: '--out',
  runs: '--runs',
  set: '--set',
};

/** Where a configuration came from, as `@sprout/runs` and as the command line say it. */
const SOURCES = [
  [/^A setting$/, '--set'],
  [/^The setting /, '--set '],
  [/^The combination of the options$/, 'the command line'],
] as const;

const SKIP = '; --on-bad skip goes on without them';
const DIVIDED = 'a split, done or interrupted';

/** The message of an error in the words of the command line, with the option that helps where there is one. */
export function printedMessage(error: AnySproutError): string {
  switch (error.code) {
    case 'images-bad':
      return error.message.endsWith(SKIP) ? error.message : `${error.message}${SKIP}`;
    case 'option-invalid': {
      const option = OPTIONS[error.context.option] ?? error.context.option;
      return new SproutError(error.code, { ...error.context, option }).message;
    }
    case 'config-invalid': {
      const source = SOURCES.reduce(
        (text, [pattern, spelt]) => text.replace(pattern, spelt),
        error.context.source,
      );
      return new SproutError(error.code, { ...error.context, source }).message;
    }
    case 'folder-occupied': {
      const { folder, holds } = error.context;
      const help = holds === DIVIDED ? `${holds}, which --undo takes back` : holds;
      return new SproutError(error.code, { folder, holds: help }).message;
    }
    default:
      return error.message;
  }
}
