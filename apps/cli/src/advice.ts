import { type AnySproutError, type ErrorCode, SproutError } from '@sprout/core';

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
/** What `split` calls a folder that holds the files of another split. */
const DIVIDED = 'a split, done or interrupted';

type Messages = { readonly [C in ErrorCode]?: (error: SproutError<C>) => string };

const MESSAGES: Messages = {
  'images-bad': ({ message }) => (message.endsWith(SKIP) ? message : `${message}${SKIP}`),
  'option-invalid': ({ code, context }) =>
    new SproutError(code, { ...context, option: OPTIONS[context.option] ?? context.option })
      .message,
  'config-invalid': ({ code, context }) => {
    const source = SOURCES.reduce(
      (text, [pattern, spelt]) => text.replace(pattern, spelt),
      context.source,
    );
    return new SproutError(code, { ...context, source }).message;
  },
  'folder-occupied': ({ code, context: { folder, holds } }) => {
    const help = holds === DIVIDED ? `${holds}, which --undo takes back` : holds;
    return new SproutError(code, { folder, holds: help }).message;
  },
};

/** The message of an error in the words of the command line, with the option that helps where there is one. */
export function printedMessage(error: AnySproutError): string {
  const messageOf = MESSAGES[error.code] as ((error: AnySproutError) => string) | undefined; // the table's key is the error's code
  return messageOf?.(error) ?? error.message;
}
