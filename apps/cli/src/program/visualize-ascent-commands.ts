import {
  Command,
  type CommandUnknownOpts,
  Option,
  type OptionValues,
} from '@commander-js/extra-typings';
import { ASCENT_STYLES, DEFAULTS, LIMITS, SETTING_OPTIONS } from '@sprout/runs/options';
import { collect, positiveNumber, size, wholeNumber } from '../options/parsers.ts';
import { withOutputOptions } from '../options/shared-options.ts';
import { examples } from './examples.ts';

const { engine, seed, weights } = SETTING_OPTIONS;

const MODEL_HELP =
  'a run folder, a model folder, an export of Teachable Machine, the name of a network with released weights (sprout models lists them), or a Keras or TensorFlow.js model (.keras, .h5, model.json or its folder)';

const STYLES = `
--style modern has the defaults of lucid: a Fourier parametrisation with decorrelated colours, Adam, and random moves, sizes and
angles before each step. --style book is the loop of the book: noise, plain steps along the normalised gradient, and its
deprocess_image. Finished pictures stay if the command is interrupted.`;

/** The sub-commands of `visualize` that make pictures by gradient ascent. */
export function visualizeAscentCommands(): CommandUnknownOpts[] {
  return [filtersCommand(), classCommand()];
}

function filtersCommand(): CommandUnknownOpts {
  return withAscentOptions(new Command('filters'))
    .description('Make a picture that maximises each filter of a layer, and a grid of them')
    .argument('<model>', MODEL_HELP)
    .requiredOption('--layer <name>', 'the layer (sprout summary lists them)')
    .option('--filters <numbers>', 'the filters, such as 0-15,110 (default: the first 16)')
    .addHelpText(
      'after',
      examples(
        'sprout visualize filters vgg16 --layer block5_conv1 --filters 0-15,110 --steps 500 --style book',
        'sprout visualize filters runs/small-cnn-1 --layer conv3 --steps 128',
        'sprout visualize filters flowers.keras --input tf --layer conv5 --octaves 3 --variants 4 --diversity 1',
      ),
    )
    .addHelpText('after', STYLES)
    .action(async (model, options) =>
      (await import('../commands/visualize.ts')).visualizeFilters(model, options),
    );
}

function classCommand(): CommandUnknownOpts {
  return withAscentOptions(new Command('class'))
    .description('Make a picture that a model predicts as a class')
    .argument('<model>', MODEL_HELP)
    .requiredOption(
      '--class <name>',
      'the class, by its name or its number from 0; may be given again',
      collect,
    )
    .option('--probability', 'raise the probability of the class instead of its logit')
    .addHelpText(
      'after',
      examples(
        'sprout visualize class runs/small-cnn-1 --class Maize',
        'sprout visualize class efficientnet-lite0 --weights efficientnet-lite0.pth --class 184',
      ),
    )
    .addHelpText('after', STYLES)
    .action(async (model, options) =>
      (await import('../commands/visualize.ts')).visualizeClass(model, options),
    );
}

/** The options of gradient ascent. */
function withAscentOptions(command: Command) {
  return withPictureOptions(withStyleOptions(withOutputOptions(command)))
    .option(weights.flag, 'the released weights of the named network, as a file or a URL')
    .option('--size <HxW>', 'the size of the images of a named network or a model in a file', size)
    .option('--input <name>', 'the input function of a model in a file, such as tf or caffe')
    .option(seed.flag, seed.help, wholeNumber(seed.range), DEFAULTS.seed)
    .addOption(new Option(engine.flag, engine.help).choices(engine.choices));
}

function withStyleOptions<Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
) {
  return command
    .addOption(new Option('--style <style>', 'how pictures are made').choices(ASCENT_STYLES))
    .option('--steps <number>', 'steps (default: 512; book: 500)', wholeNumber(LIMITS.steps))
    .option(
      '--rate <number>',
      'the length of a step (default: 0.05; book: 0.1 for filters, 0.01 for classes)',
      positiveNumber,
    )
    .option('--l2 <weight>', 'penalise the distance from grey', positiveNumber)
    .option('--tv <weight>', 'penalise the differences between neighbours', positiveNumber)
    .option('--blur <weight>', 'penalise the distance from the blurred image', positiveNumber)
    .option(
      '--octaves <number>',
      'the number of sizes, from small to large, that share the steps (default: 1)',
      wholeNumber(LIMITS.octaves),
    )
    .option(
      '--octave-scale <number>',
      'the ratio of each size to the one before',
      positiveNumber,
      DEFAULTS.octaveScale,
    );
}

function withPictureOptions<Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
) {
  return command
    .option(
      '--frames <number>',
      'also write this number of pictures of the course, as a strip and as an animated WebP',
      wholeNumber(LIMITS.frames),
    )
    .option(
      '--variants <number>',
      'the number of pictures of each filter or class (default: 1)',
      wholeNumber(LIMITS.variants),
    )
    .option('--diversity <weight>', 'penalise the similarity of the variants', positiveNumber)
    .option(
      '--out <dir>',
      `the folder for the pictures (default: ${DEFAULTS.pictures}, of a run in its folder)`,
    );
}
