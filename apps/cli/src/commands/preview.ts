import { type ImageOptions, preview as drawPreview, resolveImages } from '@sprout/runs';
import { interruptible } from '../terminal/interruptible.ts';
import { printConfig } from '../terminal/print-config.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface PreviewCommandOptions extends ImageOptions, ReporterOptions {
  readonly printConfig?: boolean | undefined;
  readonly rows: number;
  readonly out: string;
}

/** `sprout preview`: draws a contact sheet: original images, prepared images, and augmentations in several epochs. */
export async function preview(folder: string, options: PreviewCommandOptions): Promise<void> {
  const reporter = createReporter(options);
  const own = { ...options, folder };
  if (options.printConfig === true) return printConfig(await resolveImages(own), reporter);
  const result = await interruptible(reporter, (context) => drawPreview(own, context));
  const { images, of } = result;
  if (images.length < of)
    reporter.note(`${images.length} of ${of} images are shown; --rows shows more`);
  reporter.result(result.sheet, result);
}
