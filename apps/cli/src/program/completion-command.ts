import { Argument, Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import type { Command as PlainCommand } from 'commander';
import { examples } from './examples.ts';

const DESCRIPTION = 'Print a completion script for a shell: bash, zsh, fish or powershell';

/**
 * Adds `sprout completion SHELL`, and the hidden command that the scripts call. The library behind it is loaded only
 * for a call of either.
 */
export async function addCompletionCommand(
  root: CommandUnknownOpts,
  argv: readonly string[],
): Promise<void> {
  if (argv[2] === 'completion' || argv[2] === 'complete') {
    const { default: tab } = await import('@bomb.sh/tab/commander');
    const { ShellCompDirective } = await import('@bomb.sh/tab');
    const answers = tab(root as unknown as PlainCommand, {
      // the same class; its typed twin only infers more
      completionCommandName: 'completion',
    });
    // the library never completes file names; where it has no other answer, they are wanted
    Object.defineProperty(answers, 'directive', {
      get: () =>
        answers.completions.length > 0
          ? ShellCompDirective.ShellCompDirectiveNoFileComp
          : ShellCompDirective.ShellCompDirectiveDefault,
      set: (_forbidden: number) => {
        // the getter decides
      },
    });
    const model = answers.commands.get('train')?.options.get('model');
    if (model !== undefined && argv.at(-2) === '--model') {
      const { models } = await import('@sprout/runs');
      const entries = await models(); // takes too long to load for every word
      model.handler = (complete) => {
        for (const { name, summary } of entries) complete(name, summary);
      };
    }
    return;
  }
  root.addCommand(
    new Command('completion')
      .description(DESCRIPTION)
      .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish', 'powershell']))
      .addHelpText('after', examples('source <(sprout completion bash)')),
  );
}
