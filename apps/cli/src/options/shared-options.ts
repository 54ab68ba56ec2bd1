import { Command, Option } from '@commander-js/extra-typings';
import { collect, countOrShare, size, wholeNumber } from './parsers.ts';

/** Options that every command understands. */
export function withOutputOptions(command: Command) {
  return command
    .option('--json', 'print the result as one JSON document')
    .option('--quiet', 'no progress and no notes');
}

/** Options of the commands that a configuration describes. A model's own recipe has a size already. */
export function withConfigOptions(command: Command) {
  return withOutputOptions(command)
    .option('--config <file>', 'a configuration file (YAML or JSON); options win over it')
    .option('--set <a.b=value>', 'set one field of the configuration; may be given again', collect)
    .option('--print-config', 'print the resolved configuration and stop')
    .option('--seed <number>', 'addresses all randomness', wholeNumber(0))
    .option(
      '--workers <number>',
      'image workers; 0 prepares images in the main thread',
      wholeNumber(0, 64),
    )
    .option('--batch-size <number>', 'images in a batch', wholeNumber(1, 65_536))
    .addOption(
      new Option('--engine <name>', 'what computes').choices([
        'auto',
        'onnx',
        'wasm',
        'tensorflow',
        'cpu',
      ] as const),
    )
    .addOption(
      new Option('--on-bad <policy>', 'what to do with images that cannot be used').choices([
        'skip',
        'fail',
      ] as const),
    );
}

/** Options of the commands that a configuration describes and whose images are the user's to size. */
export function withRecipeOptions(command: Command) {
  return withConfigOptions(command).option(
    '--size <HxW>',
    'resize images to this height and width',
    size,
  );
}

/** How the validation images are chosen. */
export function withSplitOptions(command: ReturnType<typeof withRecipeOptions>) {
  return command
    .option(
      '--validation <count|share>',
      'validation images: so many a class, or a share of each class',
      countOrShare,
    )
    .addOption(
      new Option('--validation-by <way>', 'how they are chosen').choices([
        'random',
        'hash',
      ] as const),
    )
    .option(
      '--group-by <regex|csv>',
      'keep files on one side: by a pattern in their path, or by a CSV file path,group',
    );
}
