import { Command, type CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import { ATTACKS, DEFAULTS, LIMITS, METHODS } from '@sprout/runs/options';
import { positiveNumber, wholeNumber } from '../options/parsers.ts';
import { TRAINED_MODEL, withConfigOptions } from '../options/shared-options.ts';
import { examples } from './examples.ts';

/** The sub-commands of `visualize` that explain images. */
export function visualizeImageCommands(): CommandUnknownOpts[] {
  return [attributionCommand(), activationsCommand(), adversarialCommand()];
}

function attributionCommand(): CommandUnknownOpts {
  return withConfigOptions(new Command('attribution'))
    .description('Show which parts of images raise the score of a class: heat maps over the images')
    .argument('<run>', TRAINED_MODEL)
    .argument('<image...>', 'files and folders, at most 100 images')
    .addOption(
      new Option('--method <method>', 'the method; guided-backprop is not faithful to the model')
        .choices(METHODS)
        .default(DEFAULTS.method),
    )
    .option(
      '--layer <name>',
      'for the methods ...-cam: a layer with rows and columns (default: the last)',
    )
    .option('--class <name>', 'the class to explain (default: the one each image is predicted as)')
    .option('--out <dir>', 'the folder to write', DEFAULTS.attribution)
    .addHelpText(
      'after',
      examples(
        'sprout visualize attribution runs/small-cnn-1 photos --out heat-maps',
        'sprout visualize attribution runs/small-cnn-1 leaf.jpg --method integrated-gradients --class Maize',
      ),
    )
    .action(async (run, images, options) =>
      (await import('../commands/visualize-attribution.ts')).visualizeAttribution(
        run,
        images,
        options,
      ),
    );
}

function activationsCommand(): CommandUnknownOpts {
  return withConfigOptions(new Command('activations'))
    .description('Show the output of a layer for an image: a map for each channel')
    .argument('<run>', TRAINED_MODEL)
    .argument('<image>', 'an image')
    .option('--layer <name>', 'a layer with rows and columns (default: the last)')
    .option(
      '--channels <number>',
      'the most channels to show, those with the largest mean',
      wholeNumber(LIMITS.channels),
      DEFAULTS.channels,
    )
    .option('--out <file>', 'the picture to write, a PNG', DEFAULTS.activations)
    .addHelpText(
      'after',
      examples('sprout visualize activations runs/small-cnn-1 leaf.jpg --out maps.png'),
    )
    .action(async (run, image, options) =>
      (await import('../commands/visualize-activations.ts')).visualizeActivations(
        run,
        image,
        options,
      ),
    );
}

function adversarialCommand(): CommandUnknownOpts {
  return withConfigOptions(new Command('adversarial'))
    .description('Search the smallest change of each image that changes the prediction')
    .argument('<run>', TRAINED_MODEL)
    .argument('<image...>', 'files and folders, at most 100 images')
    .addOption(
      new Option('--method <method>', 'pgd: several small steps; fgsm: one step')
        .choices(ATTACKS)
        .default(DEFAULTS.attack),
    )
    .option(
      '--most <number>',
      'the largest change of a value that is tried, of 255',
      positiveNumber,
      DEFAULTS.epsilon,
    )
    .option('--out <dir>', 'the folder to write', DEFAULTS.adversarial)
    .addHelpText('after', examples('sprout visualize adversarial runs/small-cnn-1 photos'))
    .action(async (run, images, options) =>
      (await import('../commands/visualize-adversarial.ts')).visualizeAdversarial(
        run,
        images,
        options,
      ),
    );
}
