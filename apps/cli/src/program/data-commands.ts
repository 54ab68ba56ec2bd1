import { Command, type CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import {
  DEFAULTS,
  FITS,
  LIMITS,
  SAMPLE_KINDS,
  SETTING_OPTIONS,
  SPLIT_MODES,
} from '@sprout/runs/options';
import { countOrShare, model, size, wholeNumber } from '../options/parsers.ts';
import { CLASS_FOLDER, FIT_HELP, helpOf, withOutputOptions } from '../options/shared-options.ts';
import { examples } from './examples.ts';

const { engine, followLinks, groupBy, pixelLimit, seed, validationBy, workers } = SETTING_OPTIONS;

/** The commands that draw, inspect and divide data sets. */
export function dataCommands(): CommandUnknownOpts[] {
  return [sampleCommand(), inspectCommand(), splitCommand()];
}

function sampleCommand(): CommandUnknownOpts {
  return withOutputOptions(new Command('sample'))
    .description('Draw a synthetic data set (PNG, no download)')
    .argument('<dir>', 'the folder to make')
    .addOption(
      new Option('--kind <kind>', 'seedlings; pictures with several tags; drivers, who are groups')
        .choices(SAMPLE_KINDS)
        .default(DEFAULTS.sample.kind),
    )
    .option(
      '--classes <number>',
      'species, tags, or actions of drivers',
      wholeNumber(LIMITS.classes),
      DEFAULTS.sample.classes,
    )
    .option(
      '--images <number>',
      'images a class',
      wholeNumber(LIMITS.sampleImages),
      DEFAULTS.sample.images,
    )
    .option(
      '--size <pixels>',
      'height and width',
      wholeNumber(LIMITS.sampleSize),
      DEFAULTS.sample.size,
    )
    .option(seed.flag, seed.help, wholeNumber(seed.range), DEFAULTS.seed)
    .addHelpText(
      'after',
      examples(
        'sprout sample seedlings',
        'sprout sample small --classes 3 --images 12',
        'sprout sample aerial --kind multi-label',
      ),
    )
    .action(async (dir, options) => (await import('../commands/sample.ts')).sample(dir, options));
}

function inspectCommand(): CommandUnknownOpts {
  return withOutputOptions(new Command('inspect'))
    .description('Check a data set: counts, sizes, broken files, duplicates, imbalance, giveaways')
    .argument('<dir>', CLASS_FOLDER)
    .option(workers.flag, 'image workers', wholeNumber(workers.range))
    .option(followLinks.flag, followLinks.help)
    .option(pixelLimit.flag, helpOf(pixelLimit), wholeNumber(pixelLimit.range))
    .option('--split <file>', 'a split manifest: find duplicates in both subsets')
    .option('--labels', 'find images whose folder is probably wrong')
    .option('--config <file>', 'with --labels: a configuration, whose section model is used')
    .option('--model <name>', 'with --labels: the network (default: efficientnet-lite0)', model)
    .option('--weights <file>', 'with --labels: the released weights of the network')
    .option(groupBy.flag, 'with --labels: keep images of one group in one fold')
    .option('--size <HxW>', 'with --labels: the size of the images for the network', size)
    .addOption(new Option('--fit <way>', `with --labels: ${FIT_HELP}`).choices(FITS))
    .addOption(new Option(engine.flag, 'with --labels: what computes').choices(engine.choices))
    .option(seed.flag, 'with --labels: addresses the folds', wholeNumber(seed.range))
    .option(
      '--out <dir>',
      'write duplicates.csv, for --group-by, and a page; with --labels also all labels, pictures and a map',
    )
    .option('--all', 'list all duplicates')
    .option(
      '--runs <dir>',
      `the folder of runs, whose cache keeps facts about images if it exists (default: ${DEFAULTS.runs})`,
    )
    .addHelpText(
      'after',
      examples(
        'sprout inspect seedlings',
        'sprout inspect seedlings --json',
        'sprout inspect seedlings --out inspection --all',
        'sprout inspect seedlings --labels --weights efficientnet-lite0.pth',
        'sprout inspect seedlings --labels --weights efficientnet-lite0.pth --out labels',
      ),
    )
    .action(async (dir, options) => (await import('../commands/inspect.ts')).inspect(dir, options));
}

function splitCommand(): CommandUnknownOpts {
  return withOutputOptions(new Command('split'))
    .description('Divide a data set into training and validation images')
    .argument('<dir>', CLASS_FOLDER)
    .option(
      '--validation <count|share>',
      'a number or a share of the images of each class',
      countOrShare,
    )
    .addOption(
      new Option(validationBy.flag, validationBy.help)
        .choices(validationBy.choices)
        .default(DEFAULTS.validationBy),
    )
    .option('--per-class', 'the same number from each class (what a count means)')
    .option('--stratified', 'the same share of each class (what a share means)')
    .option(
      groupBy.flag,
      'keep files together: by a pattern in their path, or by a CSV file path,group',
    )
    .addOption(
      new Option('--mode <mode>', 'what to do').choices(SPLIT_MODES).default(DEFAULTS.splitMode),
    )
    .option(
      '--out <path>',
      'the manifest, or the folder to copy or move to (default: DIR-split.csv or DIR-split)',
    )
    .option(seed.flag, seed.help, wholeNumber(seed.range), DEFAULTS.seed)
    .option(followLinks.flag, followLinks.help)
    .option('--dry-run', 'say what would be done')
    .option('--undo', 'take a copy or a move back')
    .addHelpText(
      'after',
      examples(
        'sprout split seedlings --validation 12',
        'sprout split seedlings --validation 0.1 --mode copy --out divided',
      ),
    )
    .action(async (dir, options) => (await import('../commands/split.ts')).split(dir, options));
}
