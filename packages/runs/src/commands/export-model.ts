import { SproutError, writeFolder } from '@sprout/core';
import { replayFault } from '@sprout/imgproc';
import { join } from 'node:path';
import { checkTarget } from '../export/check-target.ts';
import { FORMAT_WRITERS } from '../export/format-writers.ts';
import { copyPage, PAGE_FILES } from '../export/page-files.ts';
import { loadRunModel } from '../model/load-run-model.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../options/export-formats.ts';

export interface ExportModelOptions {
  /** A run folder, a model folder, or the folder of an export of Teachable Machine. */
  readonly run: string;
  /** The folder to write. */
  readonly out: string;
  /** `tfjs` by default. */
  readonly format?: ExportFormat | undefined;
  /** Whether `tfjs` writes a page that uses the model, and the files of TensorFlow.js, too. By default it does. */
  readonly page?: boolean | undefined;
}

export interface ExportModelResult {
  readonly format: ExportFormat;
  readonly files: readonly string[];
  /** Only with a page: why the page cannot prepare images for the model, as the end of a sentence. */
  readonly pageFault?: string;
}

/** See `exportModel` in `commands.ts`. */
export async function exportModel({
  run,
  out,
  format = 'tfjs',
  page = true,
}: ExportModelOptions): Promise<ExportModelResult> {
  checkFormat(format);
  await checkTarget(out);
  const model = await loadRunModel(run);
  const { files, write } = FORMAT_WRITERS[format];
  const hasPage = page && format === 'tfjs';
  await writeFolder(out, {
    fill: async (temporary) => {
      await write(temporary, model);
      if (hasPage) await copyPage(temporary);
    },
    last: files[0]!, // a format has a file
  });
  const names = hasPage ? [...files, ...PAGE_FILES] : files;
  const fault = hasPage ? replayFault(model.card.recipe) : undefined;
  return {
    format,
    files: names.map((name) => join(out, name)),
    ...(fault !== undefined && { pageFault: fault }),
  };
}

/** Callers in JavaScript may pass any text. @throws {SproutError} `option-invalid` */
function checkFormat(value: string): void {
  const isKnown = (EXPORT_FORMATS as readonly string[]).includes(value);
  const rule = `one of ${EXPORT_FORMATS.join(', ')}`;
  if (!isKnown) throw new SproutError('option-invalid', { option: 'format', value, rule });
}
