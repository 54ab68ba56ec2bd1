import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { LIMITS, SETTING_OPTIONS } from '@sprout/runs/options';
import { model as modelText, wholeNumber } from '../options/parsers.ts';
import { CLASS_FOLDER, withRecipeOptions } from '../options/shared-options.ts';
import { examples } from './examples.ts';

const { cache, model, weights } = SETTING_OPTIONS;

const MORE_FEATURES = `
A store that is complete stays as it is. An extraction that was interrupted goes on with the first batch that is missing. Prepared
images are kept in OUT.cache until the store is complete; --no-cache prepares them again.`;

/** The command that computes features once, for the training of heads. */
export function featuresCommand(): CommandUnknownOpts {
  return withRecipeOptions(new Command('features'))
    .description(
      'Run images through released weights once, and keep the features for training heads',
    )
    .argument('<dir>', CLASS_FOLDER)
    .argument('<out>', 'the feature store to write (Zarr)')
    .option(model.flag, 'the network with released weights (sprout models lists them)', modelText)
    .option(weights.flag, weights.help)
    .option('--recipe <file>', 'a recipe (YAML or JSON); by default that of the network')
    .option('--augment <file>', 'an augmentation (YAML or JSON), for --copies')
    .option(
      '--copies <number>',
      'augmented copies of each image, as further rows for training',
      wholeNumber(LIMITS.copies),
    )
    .option(cache.flag, 'prepare the images again after an interruption')
    .addHelpText(
      'after',
      examples(
        'sprout features seedlings lite0-features --model efficientnet-lite0 --weights efficientnet-lite0.pth',
        'sprout features seedlings more-features --config features.yaml --augment flips.yaml --copies 4',
        'sprout train seedlings --features lite0-features',
      ),
    )
    .addHelpText('after', MORE_FEATURES)
    .action(async (dir, out, options) =>
      (await import('../commands/features.ts')).features(dir, out, options),
    );
}
