import { type AnySproutError, type ErrorCode, SproutError } from '@sprout/core';
import { quoted } from '@sprout/runs';

/** The names on the command line of options of `@sprout/runs` that occur in errors. */
const OPTIONS: Readonly<Record<string, string>> = {
  augment: '--augment',
  channels: '--channels',
  copies: '--copies',
  epochs: '--epochs',
  evaluations: 'RUN',
  engine: '--engine',
  features: '--features',
  findLr: '--find-lr',
  folder: 'DIR',
  images: 'IMAGE',
  layer: '--layer',
  groupBy: '--group-by',
  html: '--html',
  model: '--model',
  name: '--name',
  out: '--out',
  runs: '--runs',
  set: '--set',
  weights: '--weights',
};

/** Sources of configurations: patterns for the names in errors of `@sprout/runs`, and the names on the command line. */
const SOURCES = [
  [/^A setting$/, '--set'],
  [/^The setting /, '--set '],
  [/^The combination of the options$/, 'the command line'],
] as const;

const SKIP = '; --on-bad skip goes on without them';
const LIST = '; sprout inspect lists all of them';
/** Why a file that is given to `predict` is refused by its name and its first bytes. */
const NO_IMAGE = 'not an image';
/** The content of a folder in which `split` finds another split. */
const SPLIT = 'a split, done or interrupted';

type Messages = { readonly [C in ErrorCode]?: (error: SproutError<C>) => string };

const MESSAGES: Messages = {
  'images-bad': ({ message, context: { count } }) =>
    message.endsWith(SKIP) ? message : `${message}${count > 1 ? LIST : ''}${SKIP}`,
  'option-invalid': ({ code, context }) =>
    new SproutError(code, { ...context, option: OPTIONS[context.option] ?? context.option })
      .message,
  'config-invalid': ({ code, context }) => {
    const source = SOURCES.reduce(
      (text, [pattern, name]) => text.replace(pattern, name),
      context.source,
    );
    return new SproutError(code, { ...context, source }).message;
  },
  'run-incompatible': ({ message, context: { run, reason } }) =>
    reason.endsWith('is not finished')
      ? `${message}; sprout train --resume ${quoted(run)} finishes it`
      : message,
  'run-exists': ({ message, context: { run, isFinished } }) =>
    isFinished ? message : `${message}: sprout train --resume ${quoted(run)}`,
  'file-exists': ({ message, context: { option } }) =>
    option === undefined
      ? message
      : `${message}; ${OPTIONS[option] ?? option} FILE names another file`,
  'image-refused': ({ message, context: { file, reason } }) =>
    reason === NO_IMAGE && /\.(?:csv|tsv|txt)$/i.test(file)
      ? `${message}; sprout predict RUN - reads a list of paths from standard input, one a line`
      : message,
  'classes-unknown': ({ message }) =>
    `${message}; sprout predict takes folders without the classes of the model`,
  'folder-occupied': ({ code, context: { folder, holds } }) => {
    const help = holds === SPLIT ? `${holds}, which --undo takes back` : holds;
    return new SproutError(code, { folder, holds: help }).message;
  },
};

/** The message of an error, with the names of the command line, and with the option that helps if there is one. */
export function printedMessage(error: AnySproutError): string {
  const messageOf = MESSAGES[error.code] as ((error: AnySproutError) => string) | undefined; // the table's key is the error's code
  return messageOf?.(error) ?? error.message;
}
