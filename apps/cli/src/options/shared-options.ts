import { Command, Option } from '@commander-js/extra-typings';
import { FITS, SETTING_OPTIONS, type SettingOption } from '@sprout/runs/options';
import { collect, countShareOrFolder, model as modelText, size, wholeNumber } from './parsers.ts';

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

/** The help of an option, with its default. */
export function helpOf({ help = '', byDefault }: SettingOption): string {
  return byDefault === undefined ? help : `${help} (default: ${byDefault})`;
}

/** The help of an argument that names the images of a training. */
export const CLASS_FOLDER =
  'a folder with one sub-folder a class, or a Teachable Machine project (.tm)';

/** The help of an argument that names a trained model. */
export const TRAINED_MODEL = 'a run folder, a model folder, or an export of Teachable Machine';

export const FIT_HELP =
  'how images of another shape are resized: with other proportions, cropped to the centre, or with a border (default: that of the recipe, or squash)';

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
    .option(seed.flag, helpOf(seed), wholeNumber(seed.range))
    .option(workers.flag, helpOf(workers), wholeNumber(workers.range))
    .option(batchSize.flag, helpOf(batchSize), wholeNumber(batchSize.range))
    .addOption(new Option(engine.flag, helpOf(engine)).choices(engine.choices))
    .addOption(new Option(onBad.flag, helpOf(onBad)).choices(onBad.choices))
    .option(followLinks.flag, followLinks.help)
    .option(pixelLimit.flag, helpOf(pixelLimit), wholeNumber(pixelLimit.range));
}

/** Options of the commands that use a configuration, and its recipe. */
export function withRecipeOptions(command: Command) {
  return withConfigOptions(command)
    .option(
      '--size <HxW>',
      'resize images to this height and width (default: 150x150 of small-cnn)',
      size,
    )
    .addOption(new Option('--fit <way>', FIT_HELP).choices(FITS));
}

/** Options that choose the validation images. */
export function withSplitOptions(command: ReturnType<typeof withRecipeOptions>) {
  return command
    .option('--train <dir>', 'the training images, where --validation names a folder')
    .option(validation.flag, helpOf(validation), countShareOrFolder)
    .addOption(new Option(validationBy.flag, helpOf(validationBy)).choices(validationBy.choices))
    .option(split.flag, split.help)
    .option(groupBy.flag, groupBy.help)
    .option(tags.flag, tags.help);
}

/** Options that choose the model, its weights and the layers that are trained. */
export function withModelOptions(command: ReturnType<typeof withSplitOptions>) {
  return command
    .option(model.flag, helpOf(model), modelText)
    .option(weights.flag, weights.help)
    .option(budget.flag, helpOf(budget))
    .option(trainable.flag, helpOf(trainable));
}
