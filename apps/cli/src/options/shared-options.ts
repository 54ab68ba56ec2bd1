import { Command, Option } from '@commander-js/extra-typings';
import { FITS, SETTING_OPTIONS } from '@sprout/runs/options';
import { collect, countShareOrFolder, size, wholeNumber } from './parsers.ts';

const {
  seed,
  workers,
  batchSize,
  engine,
  onBad,
  followLinks,
  pixelLimit,
  validation,
  validationBy,
  split,
  groupBy,
  tags,
  model,
  weights,
  budget,
  trainable,
} = SETTING_OPTIONS;

export const FIT_HELP =
  'images of another shape: in other proportions, the centre only, or with a border (default: as the recipe says, squash)';

/** Options of every command. */
export function withOutputOptions(command: Command) {
  return command
    .option('--json', 'print the result as one JSON document')
    .option('--quiet', 'no progress and no notes');
}

/** Options of the commands that use a configuration, and the recipe of a trained model. */
export function withConfigOptions(command: Command) {
  return withOutputOptions(command)
    .option(
      '--config <file>',
      'a configuration file (YAML or JSON), or preset:NAME; options win over it',
    )
    .option('--set <a.b=value>', 'set one field of the configuration; may be given again', collect)
    .option('--print-config', 'print the resolved configuration and stop')
    .option(seed.flag, seed.help, wholeNumber(seed.range))
    .option(workers.flag, workers.help, wholeNumber(workers.range))
    .option(batchSize.flag, batchSize.help, wholeNumber(batchSize.range))
    .addOption(new Option(engine.flag, engine.help).choices(engine.choices))
    .addOption(new Option(onBad.flag, onBad.help).choices(onBad.choices))
    .option(followLinks.flag, followLinks.help)
    .option(pixelLimit.flag, pixelLimit.help, wholeNumber(pixelLimit.range));
}

/** Options of the commands that use a configuration, and its recipe. */
export function withRecipeOptions(command: Command) {
  return withConfigOptions(command)
    .option('--size <HxW>', 'resize images to this height and width', size)
    .addOption(new Option('--fit <way>', FIT_HELP).choices(FITS));
}

/** Options that choose the validation images. */
export function withSplitOptions(command: ReturnType<typeof withRecipeOptions>) {
  return command
    .option('--train <dir>', 'the training images, where --validation names a folder')
    .option(validation.flag, validation.help, countShareOrFolder)
    .addOption(new Option(validationBy.flag, validationBy.help).choices(validationBy.choices))
    .option(split.flag, split.help)
    .option(groupBy.flag, groupBy.help)
    .option(tags.flag, tags.help);
}

/** Options that choose the model, its weights and the layers that are trained. */
export function withModelOptions(command: ReturnType<typeof withSplitOptions>) {
  return command
    .option(model.flag, model.help)
    .option(weights.flag, weights.help)
    .option(budget.flag, budget.help)
    .option(trainable.flag, trainable.help);
}
