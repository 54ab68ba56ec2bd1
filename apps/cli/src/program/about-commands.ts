import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { DEFAULTS, LIMITS } from '@sprout/runs/options';
import { size, wholeNumber } from '../options/parsers.ts';
import { withOutputOptions } from '../options/shared-options.ts';
import { examples } from './examples.ts';

/** The commands that describe models and the machine. */
export function aboutCommands(): CommandUnknownOpts[] {
  const summary = withOutputOptions(new Command('summary'))
    .description('Show the layers of a model: shapes and parameters')
    .argument(
      '<model>',
      'a name from sprout models, a run folder, a model folder, or the file of a Keras or TensorFlow.js model',
    )
    .option(
      '--size <HxW>',
      'the input size; by default the size that the model is trained with',
      size,
    )
    .option(
      '--classes <number>',
      `classes to tell apart (default: ${DEFAULTS.summary.classes}; without it, a network with released weights is shown without a head)`,
      wholeNumber(LIMITS.classes),
    )
    .addHelpText(
      'after',
      examples(
        'sprout summary small-cnn --size 96x96 --classes 5',
        'sprout summary vgg16 --classes 12',
      ),
    )
    .action(async (model, options) =>
      (await import('../commands/summary.ts')).summary(model, options),
    );
  const doctor = withOutputOptions(new Command('doctor'))
    .description('Show versions, cores and engines, and why an engine is not taken')
    .action(async (options) => (await import('../commands/doctor.ts')).doctor(options));
  return [...listCommands(), summary, doctor];
}

/** The commands that list models and ops. */
function listCommands(): CommandUnknownOpts[] {
  const models = withOutputOptions(new Command('models'))
    .description('List the models that can be trained; with a name, the parameters of one')
    .argument('[name]', 'a model of the list, file or auto')
    .addHelpText('after', examples('sprout models', 'sprout models small-cnn'))
    .action(async (name, options) => (await import('../commands/models.ts')).models(name, options));
  const ops = withOutputOptions(new Command('ops'))
    .description('List the ops of recipes and augmentations; with a name, the fields of one')
    .argument('[name]', 'an op of the list')
    .addHelpText('after', examples('sprout ops', 'sprout ops rotate'))
    .action(async (name, options) => (await import('../commands/ops.ts')).ops(name, options));
  return [ops, models];
}
