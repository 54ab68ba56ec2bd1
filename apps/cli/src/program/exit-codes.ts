import { EXIT } from '../process/exit-code.ts';

/** What each exit code means, for the help and the README. */
export const MEANINGS: Readonly<Record<keyof typeof EXIT, string>> = {
  done: 'done',
  failure: 'any other failure, such as a training that diverged or a file that exists already',
  usage: 'a wrong option, a name that is not known, or a path that does not exist',
  badData: 'a data set or an image that cannot be used',
  badFormat:
    'a configuration, from a file or --set, or a recipe, model, weights or run that is not valid',
  unavailable: 'an engine or a download that is not available',
  inputOutput: 'a disk that cannot be read or written',
  locked: 'a run that is in use by another process',
  interrupted: 'interrupted by Ctrl-C',
};

/** The exit codes, at the end of the help. */
export const EXIT_CODES = `
Exit codes:
${Object.entries(EXIT)
  .map(([name, code]) => `  ${String(code).padEnd(4)}${MEANINGS[name as keyof typeof EXIT]}`) // the keys of the table
  .join('\n')}`;
