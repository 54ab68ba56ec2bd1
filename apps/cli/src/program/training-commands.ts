import { Command, type CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import { DEFAULTS, SETTING_OPTIONS } from '@sprout/runs/options';
import { positiveNumber, wholeNumber } from '../options/parsers.ts';
import {
  CLASS_FOLDER,
  TRAINED_MODEL,
  helpOf,
  withConfigOptions,
  withModelOptions,
  withOutputOptions,
  withRecipeOptions,
  withSplitOptions,
} from '../options/shared-options.ts';
import { examples } from './examples.ts';

const { augment, cache, epochs, features, learningRate, optimiser, patience, recipe, tags } =
  SETTING_OPTIONS;

const MORE_EPOCHS = `
With --resume, --epochs is the number of epochs of the whole run. A run that is finished, interrupted or has stopped early
goes on after its last epoch. The schedules constant, step and plateau go on unchanged. With cosine, the learning rates from
there on are those of a run of the new number of epochs. The patience of early stopping counts from there. The model is that
of the best of all epochs. In a training in stages, the number of epochs changes the last stage.`;

const STAGES = `
--trainable head,all fine-tunes a network with released weights in two stages: the head for 2 epochs, then all layers at a
smaller learning rate. Each part may be head, all or from:LAYER; the last stage has the epochs that the others leave. The field
train.stages of a configuration sets epochs, learningRate, schedule, rates and batchNorm of each stage.
`;

const TRAIN_EXAMPLES = examples(
  'sprout train seedlings',
  'sprout train seedlings --model logistic --validation 12 --seed 0',
  'sprout train seedlings --model efficientnet-lite0 --weights efficientnet-lite0.pth --trainable head,all',
  'sprout train seedlings --split seedlings-split.csv --recipe recipe.yaml --augment preset:imgaug-book',
  'sprout train --train seedlings/spring --validation seedlings/autumn',
  'sprout train seedlings --features lite0-features',
  'sprout train aerial --tags aerial/tags.csv',
  'sprout train --resume runs/small-cnn-1',
  'sprout train --resume runs/small-cnn-1 --epochs 60',
);

/** The commands that train and evaluate models. */
export function trainingCommands(): CommandUnknownOpts[] {
  return [trainCommand(), evaluateCommand(), demoCommand()];
}

function trainCommand(): CommandUnknownOpts {
  return withModelOptions(withSplitOptions(withRecipeOptions(new Command('train'))))
    .description('Train a classifier and leave a run folder with model and report')
    .argument('[dir]', CLASS_FOLDER)
    .option(features.flag, helpOf(features))
    .option(epochs.flag, helpOf(epochs), wholeNumber(epochs.range))
    .addOption(new Option(optimiser.flag, helpOf(optimiser)).choices(optimiser.choices))
    .option(learningRate.flag, helpOf(learningRate), positiveNumber)
    .option(patience.flag, helpOf(patience), wholeNumber(patience.range))
    .option(recipe.flag, helpOf(recipe))
    .option(
      '--augment <file>',
      'a file with the ops of the augmentation, or preset:NAME (default: of the model)',
    )
    .option(augment.flag, augment.help)
    .option(cache.flag, cache.help)
    .option(
      '--find-lr',
      'measure losses at rising learning rates first; the report has a suggestion',
    )
    .option('--resume <run>', 'go on with a run; with --epochs to another number of epochs')
    .option('--data <dir>', 'with --resume: where the data set is, if it was moved')
    .option('--runs <dir>', `where runs are kept (default: ${DEFAULTS.runs})`)
    .option('--name <name>', 'the name of the run')
    .addHelpText('after', TRAIN_EXAMPLES)
    .addHelpText('after', STAGES + MORE_EPOCHS)
    .action(async (dir, options) => (await import('../commands/train.ts')).train(dir, options));
}

function evaluateCommand(): CommandUnknownOpts {
  return withConfigOptions(new Command('evaluate'))
    .description('Predict each image of a folder once, and leave a folder with results and report')
    .argument('<run>', TRAINED_MODEL)
    .argument('<dir>', CLASS_FOLDER)
    .option(tags.flag, 'for a model of tags: a CSV file path,tags')
    .option('--corruptions', 'also measure the accuracy on corrupted images: 56 times the work')
    .option('--out <dir>', 'the folder to write (default: evaluations/DIR in the run)')
    .addHelpText(
      'after',
      examples(
        'sprout evaluate runs/small-cnn-1 more-seedlings',
        'sprout evaluate runs/small-cnn-1 more-seedlings --corruptions',
        'sprout evaluate runs/small-cnn-1 more-seedlings --json',
      ),
    )
    .action(async (run, dir, options) =>
      (await import('../commands/evaluate.ts')).evaluate(run, dir, options),
    );
}

function demoCommand(): CommandUnknownOpts {
  return withOutputOptions(new Command('demo'))
    .description('The whole line on a synthetic data set: ends with the path of a report')
    .option('--out <dir>', 'where to leave everything', DEFAULTS.demo)
    .addHelpText('after', examples('sprout demo'))
    .action(async (options) => (await import('../commands/demo.ts')).demo(options));
}
