import { Command, type CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import { DEFAULTS, EXPORT_FORMATS, LIMITS } from '@sprout/runs/options';
import { probability, wholeNumber } from '../options/parsers.ts';
import { TRAINED_MODEL, withConfigOptions, withOutputOptions } from '../options/shared-options.ts';
import { examples } from './examples.ts';

/** The commands that use a trained model. */
export function useCommands(): CommandUnknownOpts[] {
  const predict = withConfigOptions(new Command('predict'))
    .description('Name the class of images: CSV, or JSON lines with --json')
    .argument('<run>', TRAINED_MODEL)
    .argument(
      '<path...>',
      'files, folders, Teachable Machine projects (.tm), or - for a list on standard input',
    )
    .option('--all', 'one column a class')
    .option('--top <count>', 'the most probable classes of each image', wholeNumber(LIMITS.top))
    .option(
      '--threshold <probability>',
      'images less probable than this are unknown; the column best has their most probable class',
      probability,
    )
    .option('--sort-into <dir>', 'copy the images into this folder, one sub-folder a class')
    .option(
      '--html <file>',
      'write a page with the images as pictures, by class; only such a page is replaced',
    )
    .option('--link', 'with --sort-into: link the images, do not copy them')
    .option('--spreadsheet-safe', 'an apostrophe before text that a spreadsheet reads as a formula')
    .addHelpText(
      'after',
      examples(
        'sprout predict runs/small-cnn-1 photos',
        'sprout predict runs/small-cnn-1 photos --top 3',
        'sprout predict runs/small-cnn-1 photos --threshold 0.8 --sort-into sorted',
        'sprout predict runs/small-cnn-1 photos --html predictions.html',
        'find photos -name "*.jpg" | sprout predict runs/small-cnn-1 -',
      ),
    )
    .action(async (run, paths, options) =>
      (await import('../commands/predict.ts')).predict(run, paths, options),
    );
  return [predict, reportCommand(), exportCommand(), ...runsCommands()];
}

function reportCommand(): CommandUnknownOpts {
  return withOutputOptions(new Command('report'))
    .description('Write the report of a run again')
    .argument('<run>', 'a run folder')
    .addHelpText(
      'after',
      `\nThe report includes the results of inspect --labels --out RUN/labels.\n${examples('sprout report runs/small-cnn-1')}`,
    )
    .action(async (run, options) => (await import('../commands/report.ts')).report(run, options));
}

function exportCommand(): CommandUnknownOpts {
  return withOutputOptions(new Command('export'))
    .description('Write the model of a run in a format of other libraries, for the web with a page')
    .argument('<run>', TRAINED_MODEL)
    .argument('<out>', 'the folder to write')
    .addOption(
      new Option('--format <format>', 'the format')
        .choices(EXPORT_FORMATS)
        .default('tfjs' as const),
    )
    .option('--no-page', 'with tfjs: only the model, without a page that uses it')
    .addHelpText(
      'after',
      examples(
        'sprout export runs/small-cnn-1 web-model --format tfjs',
        'sprout export runs/small-cnn-1 onnx-model --format onnx',
      ),
    )
    .action(async (run, out, options) =>
      (await import('../commands/export.ts')).exportModel(run, out, options),
    );
}

/** The commands for several runs. */
function runsCommands(): CommandUnknownOpts[] {
  const runs = withOutputOptions(new Command('runs'))
    .description('List runs with their models and results, the latest first')
    .option('--runs <dir>', `where runs are kept (default: ${DEFAULTS.runs})`)
    .action(async (options) => (await import('../commands/runs.ts')).runs(options));
  const compare = withOutputOptions(new Command('compare'))
    .description(
      "Compare runs, or evaluations on one folder: results side by side, McNemar's test, one report",
    )
    .argument('<run...>', 'two run folders or more, or two folders or more that evaluate wrote')
    .option(
      '--out <file>',
      `the report to write (default: ${DEFAULTS.comparison}); only a comparison of the same runs is replaced`,
    )
    .addHelpText(
      'after',
      examples(
        'sprout compare runs/small-cnn-1 runs/logistic-1',
        'sprout compare runs/small-cnn-1/evaluations/autumn runs/logistic-1/evaluations/autumn',
      ),
    )
    .action(async (given, options) =>
      (await import('../commands/compare.ts')).compare(given, options),
    );
  return [runs, compare];
}
