import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { wholeNumber } from '../options/parsers.ts';
import {
  withConfigOptions,
  withOutputOptions,
  withRecipeOptions,
  withSplitOptions,
} from '../options/shared-options.ts';
import { examples } from './examples.ts';

/** What trains models and tells how good they are. */
export function trainingCommands(): CommandUnknownOpts[] {
  const train = withSplitOptions(withRecipeOptions(new Command('train')))
    .description('Train a classifier and leave a run folder with model and report')
    .argument('[dir]', 'a folder with one sub-folder a class')
    .option('--model <name>', 'logistic, small-cnn, ... (sprout models lists them)')
    .option('--epochs <number>', 'times each image is seen', wholeNumber(1, 100_000))
    .option('--no-augment', 'train on the images as they are')
    .option('--no-cache', 'prepare the images again in every epoch')
    .option('--resume <run>', 'go on with a run that was interrupted')
    .option('--runs <dir>', 'where runs are kept', 'runs')
    .option('--name <name>', 'the name of the run')
    .addHelpText(
      'after',
      examples(
        'sprout train seedlings',
        'sprout train seedlings --model logistic --validation 12 --seed 0',
        'sprout train --resume runs/small-cnn-1',
      ),
    )
    .action(async (dir, options) => (await import('../commands/train.ts')).train(dir, options));
  const evaluate = withConfigOptions(new Command('evaluate'))
    .description(
      'Predict each image of a folder once: loss, accuracy, per class, confusion, top losses',
    )
    .argument('<run>', 'a run folder, or a model folder')
    .argument('<dir>', 'a folder with one sub-folder a class')
    .addHelpText('after', examples('sprout evaluate runs/small-cnn-1 more-seedlings --json'))
    .action(async (run, dir, options) =>
      (await import('../commands/evaluate.ts')).evaluate(run, dir, options),
    );
  const demo = withOutputOptions(new Command('demo'))
    .description('The whole line on a synthetic data set: ends with the path of a report')
    .option('--out <dir>', 'where to leave everything', 'demo')
    .addHelpText('after', examples('sprout demo'))
    .action(async (options) => (await import('../commands/demo.ts')).demo(options));
  return [train, evaluate, demo];
}
