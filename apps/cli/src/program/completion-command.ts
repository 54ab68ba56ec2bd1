import { Argument, Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import type { RootCommand } from '@bomb.sh/tab';
import type { ModelInfo } from '@sprout/runs';
import type { Command as PlainCommand } from 'commander';
import { examples } from './examples.ts';

/** The commands with the option `--model`, and the models that each one takes. */
const MODELS_OF: readonly (readonly [command: string, isOffered: (model: ModelInfo) => boolean])[] =
  [
    ['train', () => true],
    ['features', ({ base }) => base !== undefined],
  ];

/** The commands whose argument is a name in a list, with this list. */
const NAMES_OF: Readonly<Record<string, () => Promise<readonly Named[]>>> = {
  ops: async () => (await import('@sprout/runs')).ops(),
  models: async () => (await import('@sprout/runs')).models(),
};

interface Named {
  readonly name: string;
  readonly summary: string;
}

const DESCRIPTION = 'Print a completion script for a shell: bash, zsh, fish or powershell';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

/**
 * Adds `sprout completion SHELL`, and the hidden command `complete`, which the completion scripts call. The library is loaded only
 * if one of the two is called.
 */
export async function addCompletionCommand(
  root: CommandUnknownOpts,
  argv: readonly string[],
): Promise<void> {
  if (argv[2] === 'complete') {
    const { default: tab } = await import('@bomb.sh/tab/commander');
    const { ShellCompDirective } = await import('@bomb.sh/tab');
    const completionTree = tab(root as unknown as PlainCommand, {
      // the same class at run time, with other types
      completionCommandName: 'completion',
    });
    // the library never completes file names; the shell should do so if there is no other completion
    Object.defineProperty(completionTree, 'directive', {
      get: () =>
        completionTree.completions.length > 0
          ? ShellCompDirective.ShellCompDirectiveNoFileComp
          : ShellCompDirective.ShellCompDirectiveDefault,
      set: (_ignored: number) => {
        // the library's value is ignored
      },
    });
    await addNames(completionTree, argv);
    return;
  }
  root.addCommand(completionCommand());
}

/** Adds the names of models and ops to the completions where the command line takes them. Their lists are slow to load. */
async function addNames(tree: RootCommand, argv: readonly string[]): Promise<void> {
  const [, , , , command = ''] = argv; // after `complete --`
  if (argv.at(-2) === '--model') {
    const { models } = await import('@sprout/runs');
    const entries = await models();
    for (const [name, isOffered] of MODELS_OF) {
      const model = tree.commands.get(name)?.options.get('model');
      if (model !== undefined) model.handler = offers(entries.filter(isOffered));
    }
  }
  const name = tree.commands.get(command)?.arguments.get('name');
  if (name !== undefined && Object.hasOwn(NAMES_OF, command))
    name.handler = offers(await NAMES_OF[command]!()); // as checked
}

function offers(list: readonly Named[]) {
  return (complete: (value: string, description: string) => void): void => {
    for (const { name, summary } of list) complete(name, summary);
  };
}

function completionCommand(): CommandUnknownOpts {
  return new Command('completion')
    .description(DESCRIPTION)
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .addHelpText('after', examples('source <(sprout completion bash)'))
    .action(async (shell) => void process.stdout.write(await completionScript(shell)));
}

/** The script of a shell. The library declares constants of bash as read-only; without that, the script can be sourced again. */
async function completionScript(shell: (typeof SHELLS)[number]): Promise<string> {
  const { script } = await import('@bomb.sh/tab');
  const lines: string[] = [];
  const { log } = console; // the library has no function that returns the script
  console.log = (text: string) => void lines.push(text);
  try {
    script(shell, 'sprout', 'sprout');
  } finally {
    console.log = log;
  }
  return `${lines.join('\n').replaceAll(/^readonly /gm, '')}\n`;
}
