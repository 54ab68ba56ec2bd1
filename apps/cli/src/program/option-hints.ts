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

/** Where the values of required options come from: a text for the model that the command was given. */
const REQUIRED_HINTS: Readonly<Record<string, (model: string) => string>> = {
  '--layer': (model) => `sprout summary ${model} lists the layers`,
  '--class': () => 'RUN/model/sprout.json has the names; a number from 0 is taken too',
};

/** Adds a hint to the error for an unknown option or one that is missing, if the command has one for it. */
export function withOptionHints(command: CommandUnknownOpts): CommandUnknownOpts {
  return command.configureOutput({
    outputError: (text, write) => {
      const [, kind = '', flag = ''] = /(unknown|required) option '(--[a-z-]+)/.exec(text) ?? [];
      const hint = kind === 'required' ? requiredHint(flag, command) : unknownHint(flag, command);
      if (hint === undefined) return write(text);
      const error = kind === 'required' ? text.trimEnd() : `error: unknown option '${flag}'`;
      write(`${error}; ${hint}\n`);
    },
  });
}

function unknownHint(flag: string, command: CommandUnknownOpts): string | undefined {
  const hints = OPTION_HINTS[command.name()] ?? {};
  return Object.hasOwn(hints, flag) ? hints[flag] : undefined;
}

function requiredHint(flag: string, { args }: CommandUnknownOpts): string | undefined {
  const [model = 'MODEL'] = args;
  return Object.hasOwn(REQUIRED_HINTS, flag) ? REQUIRED_HINTS[flag]?.(model) : undefined;
}
