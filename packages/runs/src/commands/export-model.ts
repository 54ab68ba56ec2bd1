import { SproutError, writeFolder } from '@sprout/core';
import { join } from 'node:path';
import { FORMAT_WRITERS } from '../export/format-writers.ts';
import { loadRunModel } from '../model/load-run-model.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../options/export-formats.ts';

export interface ExportModelOptions {
  /** A run folder, a model folder, or the folder of an export of Teachable Machine. */
  readonly run: string;
  /** The folder to write. */
  readonly out: string;
  /** `tfjs` by default. */
  readonly format?: ExportFormat | undefined;
}

export interface ExportModelResult {
  readonly format: ExportFormat;
  readonly files: readonly string[];
}

/** See `exportModel` in `commands.ts`. */
export async function exportModel({
  run,
  out,
  format = 'tfjs',
}: ExportModelOptions): Promise<ExportModelResult> {
  checkFormat(format);
  const model = await loadRunModel(run);
  const { files, write } = FORMAT_WRITERS[format];
  await writeFolder(out, {
    fill: (temporary) => write(temporary, model),
    last: files[0]!, // a format has a file
  });
  return { format, files: files.map((name) => join(out, name)) };
}

/** Callers in JavaScript may pass any text. @throws {SproutError} `option-invalid` */
function checkFormat(value: string): void {
  const isKnown = (EXPORT_FORMATS as readonly string[]).includes(value);
  const rule = `one of ${EXPORT_FORMATS.join(', ')}`;
  if (!isKnown) throw new SproutError('option-invalid', { option: 'format', value, rule });
}
