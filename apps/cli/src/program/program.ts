import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { version } from '../process/version.ts';
import { aboutCommands } from './about-commands.ts';
import { dataCommands } from './data-commands.ts';
import { featuresCommand } from './features-command.ts';
import { imageCommands } from './image-commands.ts';
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
    root.addCommand(command.copyInheritedSettings(root));
  }
  return root;
}
