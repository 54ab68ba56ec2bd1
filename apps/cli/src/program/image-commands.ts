import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { DEFAULTS, LIMITS } from '@sprout/runs/options';
import { wholeNumber } from '../options/parsers.ts';
import { withRecipeOptions } from '../options/shared-options.ts';
import { examples } from './examples.ts';

const AUGMENT_HELP =
  'an augmentation (YAML or JSON), or preset:NAME; by default that of sprout train';

const MORE_AUGMENT = `
The log, OUT/augmentations.jsonl, has one line of JSON for each image: its sample, copy and seed, and each op with the numbers that were
drawn. Copy n of an image has the pixels that sprout train sees in epoch n. --set 'recipe=[]' keeps the size of the images.`;

const RECIPE_HELP =
  'a recipe (YAML or JSON), or preset:NAME; by default a resize, after reduce for large JPEGs';

/** The commands that prepare, augment and show the images of data sets. */
export function imageCommands(): CommandUnknownOpts[] {
  return [prepareCommand(), augmentCommand(), previewCommand()];
}

function prepareCommand(): CommandUnknownOpts {
  return withRecipeOptions(new Command('prepare'))
    .description('Write the prepared images as PNG, in the same tree')
    .argument('<dir>', 'a folder of images')
    .argument('<out>', 'the folder to write')
    .option('--recipe <file>', RECIPE_HELP)
    .addHelpText(
      'after',
      examples(
        'sprout prepare seedlings prepared --size 150x150',
        'sprout prepare seedlings masked --recipe recipe.yaml',
      ),
    )
    .action(async (dir, out, options) =>
      (await import('../commands/prepare.ts')).prepare(dir, out, options),
    );
}

function augmentCommand(): CommandUnknownOpts {
  return withRecipeOptions(new Command('augment'))
    .description('Write augmented images as PNG, in the same tree, and a log of every number drawn')
    .argument('<dir>', 'a folder of images')
    .argument('<out>', 'the folder to write')
    .option('--augment <file>', AUGMENT_HELP)
    .option('--recipe <file>', RECIPE_HELP)
    .option(
      '--copies <number>',
      `augmented images of each image (default: ${DEFAULTS.augmentedCopies})`,
      wholeNumber(LIMITS.augmentedCopies),
    )
    .option('--replay <log>', 'make the images of a log again, pixel by pixel')
    .addHelpText(
      'after',
      examples(
        'sprout augment seedlings augmented --augment augment.yaml',
        "sprout augment seedlings whole --augment augment.yaml --copies 2 --set 'recipe=[]'",
        'sprout augment seedlings again --replay augmented/augmentations.jsonl',
      ),
    )
    .addHelpText('after', MORE_AUGMENT)
    .action(async (dir, out, options) =>
      (await import('../commands/augment.ts')).augment(dir, out, options),
    );
}

function previewCommand(): CommandUnknownOpts {
  return withRecipeOptions(new Command('preview'))
    .description('Draw a contact sheet: images as they are, prepared, augmented')
    .argument('<dir>', 'a folder of images')
    .option('--recipe <file>', RECIPE_HELP)
    .option('--augment <file>', AUGMENT_HELP)
    .option('--rows <number>', 'images to show', wholeNumber(LIMITS.rows), DEFAULTS.rows)
    .option(
      '--copies <number>',
      `augmentations of each image, with the numbers drawn (default: ${DEFAULTS.augmentedCopies})`,
      wholeNumber(LIMITS.augmentedCopies),
    )
    .option('--out <file>', 'the picture to write', 'sheet.png')
    .addHelpText(
      'after',
      examples(
        'sprout preview seedlings --out sheet.png',
        'sprout preview seedlings --augment augment.yaml --rows 4 --copies 8 --out grid.png',
      ),
    )
    .action(async (dir, options) => (await import('../commands/preview.ts')).preview(dir, options));
}
