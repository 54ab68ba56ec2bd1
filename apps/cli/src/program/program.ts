import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { version } from '../process/version.ts';
import { aboutCommands } from './about-commands.ts';
import { dataCommands } from './data-commands.ts';
import { featuresCommand } from './features-command.ts';
import { EXIT_CODES } from './exit-codes.ts';
import { imageCommands } from './image-commands.ts';
import { withOptionHints } from './option-hints.ts';
import { PLAIN_HELP } from './plain-help.ts';
import { trainingCommands } from './training-commands.ts';
import { useCommands } from './use-commands.ts';
import { visualizeCommand } from './visualize-command.ts';

/** The program with all commands and their options. The code of a command is loaded when the command runs. */
export function program(): CommandUnknownOpts {
  const root = new Command('sprout')
    .description(
      'From a folder of images, one sub-folder a class, to a trained, understood and usable classifier.',
    )
    .version(version())
    .configureHelp(PLAIN_HELP)
    .addHelpText('after', EXIT_CODES)
    .showHelpAfterError('(sprout COMMAND --help tells more)')
    .exitOverride();
  for (const command of [
    ...dataCommands(),
    ...imageCommands(),
    featuresCommand(),
    ...trainingCommands(),
    ...useCommands(),
    visualizeCommand(),
    ...aboutCommands(),
  ]) {
    root.addCommand(inherited(command, root));
  }
  return root;
}

/** A command with the settings of the one above it. So are its sub-commands. */
function inherited(command: CommandUnknownOpts, above: CommandUnknownOpts): CommandUnknownOpts {
  withOptionHints(command.copyInheritedSettings(above));
  for (const inner of command.commands) inherited(inner, command);
  return command;
}
