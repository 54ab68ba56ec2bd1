import type { CommandUnknownOpts } from '@commander-js/extra-typings';

const RUN_FOLDER = '--name sets the name of the run, --runs the folder of runs';
const SECOND_ARGUMENT = 'the folder to write is the second argument';
const STDOUT = 'the table is written to stdout: sprout predict RUN PATH > predictions.csv';

/** Options that a command does not have but other commands or other programs do, and what takes their place. */
export const OPTION_HINTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sample: { '--out': 'the folder to write is the argument' },
  prepare: { '--out': SECOND_ARGUMENT },
  augment: { '--out': SECOND_ARGUMENT },
  features: { '--out': SECOND_ARGUMENT },
  export: { '--out': SECOND_ARGUMENT },
  train: {
    '--out': RUN_FOLDER,
    '--output': RUN_FOLDER,
    '--lr': '--learning-rate sets the learning rate',
    '--val': '--validation chooses the validation images',
    '--device': '--engine chooses what computes',
    '--gpu': '--engine chooses what computes',
  },
  predict: { '--out': STDOUT, '--output': STDOUT, '--csv': STDOUT },
  report: { '--out': 'the report is written into the run folder' },
};

/** Adds a hint to the error for an unknown option, if the command has one for it. */
export function withOptionHints(command: CommandUnknownOpts): CommandUnknownOpts {
  const hints = OPTION_HINTS[command.name()] ?? {};
  return command.configureOutput({
    outputError: (text, write) => {
      const [, flag = ''] = /unknown option '(--[a-z-]+)/.exec(text) ?? [];
      const hint = Object.hasOwn(hints, flag) ? hints[flag] : undefined;
      write(hint === undefined ? text : `error: unknown option '${flag}'; ${hint}\n`);
    },
  });
}
