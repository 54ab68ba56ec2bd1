import { type CommandUnknownOpts, CommanderError } from '@commander-js/extra-typings';
import { afterEach, expect, test, vi } from 'vitest';
import { resolveTrain } from '@sprout/runs';
import { readFile } from 'node:fs/promises';
import { EXIT } from '../process/exit-code.ts';
import { MEANINGS } from './exit-codes.ts';
import { OPTION_HINTS } from './option-hints.ts';
import { version } from '../process/version.ts';
import { program } from './program.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

interface Parsed {
  readonly command: string;
  readonly words: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** Parses a command line with commands that do nothing. */
async function parsed(line: string): Promise<Parsed | undefined> {
  const root = program();
  let found: Parsed | undefined;
  for (const [name, command] of commandsOf(root)) {
    command.action(() => {
      found = { command: name, words: command.processedArgs, options: command.opts() };
    });
  }
  await root.parseAsync(['node', 'sprout', ...line.split(' ')]);
  return found;
}

/** The commands that do something, with their names: those with sub-commands are replaced by these. */
function commandsOf(root: CommandUnknownOpts): (readonly [string, CommandUnknownOpts])[] {
  return root.commands.flatMap((command) =>
    command.commands.length === 0
      ? [[command.name(), command] as const]
      : command.commands.map((inner) => [`${command.name()} ${inner.name()}`, inner] as const),
  );
}

/** The error of a command line, and what is written on stderr. */
async function refused(line: string): Promise<{ error: unknown; stderr: string }> {
  let stderr = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += String(text);
    return true;
  });
  const error = await parsed(line).catch((thrown: unknown) => thrown);
  return { error, stderr };
}

/** The help of a command with its examples. */
function helpOf(command: CommandUnknownOpts): string {
  let text = '';
  command.configureOutput({ writeOut: (part) => void (text += part) }).outputHelp();
  return text;
}

const COMMANDS = commandsOf(program());

test('the commands are listed in the order of their use', () => {
  const names = program().commands.map((command) => command.name());
  expect(names.join(' ')).toBe(
    'sample inspect split prepare augment preview features train evaluate demo predict report export runs compare visualize ops models summary doctor',
  );
});

test.each(COMMANDS)('%s has a description, and --json and --quiet', (_name, command) => {
  expect(command.description()).not.toBe('');
  expect(command.options.map(({ long }) => long)).toEqual(
    expect.arrayContaining(['--json', '--quiet']),
  );
});

const EXAMPLES = COMMANDS.flatMap(([, command]) =>
  [...helpOf(command).matchAll(/^ {2}\$ (?:.* \| )?sprout (.*)$/gm)].map(([, line = '']) => line),
);

test.each(EXAMPLES)('the example "sprout %s" is a valid command line', async (line) => {
  const { command = '' } = (await parsed(line)) ?? {};
  expect(command).not.toBe('');
  expect(`${line} `.startsWith(`${command} `)).toBe(true);
});

test.each(COMMANDS)(
  'the help of %s has choices and defaults without quotation marks',
  (_name, command) => {
    expect(helpOf(command)).not.toMatch(/(choices|default): "/);
  },
);

test('the help of train has the defaults that a training resolves', async () => {
  const { model, train, data, recipe, engine } = await resolveTrain({ folder: 'photos' });
  const command = program().commands.find((each) => each.name() === 'train')!;
  const help = command.createHelp();
  const defaultOf = (flag: string) => {
    const option = command.options.find(({ long }) => long === flag)!;
    return /default: ([^ ;,)]+)/.exec(help.optionDescription(option))?.[1];
  };
  const { height, width } = recipe[0] as unknown as { height: number; width: number };
  expect(
    [
      '--model',
      '--epochs',
      '--batch-size',
      '--optimiser',
      '--learning-rate',
      '--size',
      '--validation',
      '--validation-by',
      '--on-bad',
      '--seed',
      '--engine',
    ].map(defaultOf),
  ).toEqual(
    [
      model.name,
      train.epochs,
      train.batchSize,
      train.optimiser.name,
      train.optimiser.learningRate,
      `${height}x${width}`,
      (data.validation as { fraction: number }).fraction,
      data.validationBy,
      data.onBad,
      train.seed,
      engine,
    ].map(String),
  );
});

test('the README has the exit codes of the help', async () => {
  const readme = await readFile(new URL('../../../../README.md', import.meta.url), 'utf8');
  for (const [name, code] of Object.entries(EXIT))
    expect(readme).toMatch(
      new RegExp(`\\| ${code} +\\| ${MEANINGS[name as keyof typeof EXIT]} +\\|`),
    );
});

test('the help of the program has every exit code', () => {
  const text = helpOf(program());
  for (const code of Object.values(EXIT))
    expect(text).toMatch(new RegExp(`^ {2}${code} +\\w`, 'm'));
});

test('an augmentation is a file, or left out', async () => {
  const augment = async (words: string) =>
    (await parsed(`train photos${words}`))?.options['augment'];
  expect(await augment(' --augment a.yaml')).toBe('a.yaml');
  expect(await augment(' --no-augment')).toBe(false);
  expect(await augment('')).toBeUndefined();
});

test('options are parsed to values', async () => {
  const line = 'train photos --size 8x9 --epochs 3 --validation 0.2 --set a=1 --set b=2 --no-cache';
  expect(await parsed(line)).toMatchObject({
    command: 'train',
    words: ['photos'],
    options: {
      size: { height: 8, width: 9 },
      epochs: 3,
      validation: 0.2,
      set: ['a=1', 'b=2'],
      cache: false,
    },
  });
});

test('an option that is left out has no value, unless it has a default', async () => {
  const split = await parsed('split photos');
  expect(split?.options).toEqual({ validationBy: 'random', mode: 'manifest', seed: 0 });
  expect((await parsed('evaluate run photos'))?.options).toEqual({});
});

test.each([
  ['train photos --epochs 0', /--epochs.* '0' is invalid.*whole number from 1 to 100000/],
  ['train photos --engine gpu', /--engine.*'gpu' is invalid.*auto, onnx, wasm, tensorflow, cpu/],
  ['train photos --epoch 3', /unknown option '--epoch'\n\(Did you mean --epochs\?\)/],
  ['train photos --out x', /'--out'; --name sets the name of the run, --runs the folder of runs\n/],
  ['export run --out x', /'--out'; the folder to write is the second argument\n/],
  ['predict run a.jpg --out=x.csv', /'--out'; the table is written to stdout: /],
  ['visualize filters vgg16', /'--layer <name>' not specified; sprout summary vgg16 lists the/],
  [
    'visualize class runs/a',
    /'--class <name>' not specified; RUN\/model\/sprout\.json has the names/,
  ],
  ['split photos --out', /^error: option '--out <path>' argument missing\n/],
  ['split photos --mode link', /--mode.*'link' is invalid.*manifest, copy, move/],
  ['predict run', /missing required argument 'path'/],
  ['inspect photos more', /too many arguments/],
  ['trian photos', /unknown command 'trian'\n\(Did you mean train\?\)/],
])('"sprout %s" is refused with the reason and a hint', async (line, reason) => {
  const { error, stderr } = await refused(line);
  expect(error).toBeInstanceOf(CommanderError);
  expect(stderr).toMatch(reason);
  expect(stderr).toContain('(sprout COMMAND --help tells more)');
});

test('a hint is only about options that the command does not have, and names options that it has', () => {
  const flagsOf = (name: string) =>
    COMMANDS.find(([each]) => each === name)![1].options.map(({ long }) => long);
  for (const [name, hints] of Object.entries(OPTION_HINTS))
    for (const [flag, hint] of Object.entries(hints)) {
      expect(flagsOf(name)).not.toContain(flag);
      for (const [named] of hint.matchAll(/--[a-z-]+/g)) expect(flagsOf(name)).toContain(named);
    }
});

test('--version prints the version of the package', async () => {
  let stdout = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += String(text);
    return true;
  });
  await expect(parsed('--version')).rejects.toMatchObject({ exitCode: 0 });
  expect(stdout).toBe(`${version()}\n`);
});
