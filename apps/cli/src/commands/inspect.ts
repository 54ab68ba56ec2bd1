import { SproutError } from '@sprout/core';
import { inspect as inspectFolder, type InspectOptions } from '@sprout/runs';
import { eventText, passedOver } from '../terminal/event-text.ts';
import { duplicatesText } from '../terminal/duplicates-text.ts';
import { healthText } from '../terminal/health-text.ts';
import { labelsText } from '../terminal/labels-text.ts';
import { interruptible } from '../terminal/interruptible.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface InspectCommandOptions extends Omit<InspectOptions, 'folder'>, ReporterOptions {
  /** Whether all duplicates are listed. */
  readonly all?: boolean | undefined;
}

/** `sprout inspect`: examines every image of a class folder and prints a health report of the data set. */
export async function inspect(folder: string, options: InspectCommandOptions): Promise<void> {
  checkNetwork(options);
  const reporter = createReporter(options);
  const { json: _, quiet: __, all = false, ...own } = options;
  const result = await interruptible(reporter, (context) =>
    inspectFolder({ ...own, folder }, context),
  );
  for (const warning of result.warnings) reporter.warn(eventText(warning)!.text); // each kind of warning has a text
  for (const { path, reason } of result.skipped) reporter.note(passedOver(path, reason));
  const labels = result.labels === undefined ? [] : [labelsText(result.labels)];
  const { files } = result;
  const written = files === undefined ? [] : [files.duplicates, files.page];
  const groups = all ? [duplicatesText(result)] : [];
  const lines = [...groups, ...labels, ...written];
  reporter.result(healthText(result, { lines, labels: result.labels }), result);
}

/** @throws {SproutError} `option-invalid` if labels are judged and no network is given: the weights of the default one are not downloaded. */
function checkNetwork({ labels = false, model, weights, config }: InspectCommandOptions): void {
  if (!labels || [model, weights, config].some((given) => given !== undefined)) return;
  const rule =
    'used with a network: --model squeezenet-1.1 or --model vgg16, whose weights are downloaded, or --weights FILE with the released weights of efficientnet-lite0';
  const value = 'neither --model nor --weights';
  throw new SproutError('option-invalid', { option: 'inspect --labels', value, rule });
}
