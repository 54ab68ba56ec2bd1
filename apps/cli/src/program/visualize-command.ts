import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { visualizeAscentCommands } from './visualize-ascent-commands.ts';
import { visualizeImageCommands } from './visualize-image-commands.ts';

/** The command with its sub-commands, one for each kind of picture. */
export function visualizeCommand(): CommandUnknownOpts {
  const visualize = new Command('visualize').description(
    'Show what a network looks for, and where it looks',
  );
  for (const command of [...visualizeAscentCommands(), ...visualizeImageCommands()])
    visualize.addCommand(command); // `program` sets the inherited settings
  return visualize;
}
