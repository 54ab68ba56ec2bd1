import { SproutError } from '../../errors/sprout-error.ts';
import type { RunRecord } from '../../run/run-record-schema.ts';
import { readText } from '../system/read-text.ts';
import { writeSealed } from './write-sealed.ts';

/** Writes `run.json` with its seal. @throws {SproutError} `file-unwritable` */
export async function writeRunRecord(file: string, record: RunRecord): Promise<void> {
  await writeSealed(file, `${JSON.stringify(record, null, 2)}\n`);
}

/**
 * Reads `run.json`.
 *
 * @throws {SproutError} `file-missing`, `file-invalid` (with the place and the reason).
 */
export async function readRunRecord(file: string): Promise<RunRecord> {
  const [text, { z }, { runRecordSchema }] = await Promise.all([
    readText(file),
    import('zod'), // imported here because it takes longer to load than the rest of the package
    import('../../run/run-record-schema.ts'),
  ]);
  const value = parseJson(text, file);
  const { data, error } = runRecordSchema.safeParse(value);
  if (data !== undefined) return data;
  const version = versionOf(value);
  const foreign = `it has the layout ${String(version)}, this version of Sprout reads layout 1`;
  const reason = version === undefined || version === 1 ? z.prettifyError(error) : foreign;
  throw new SproutError('file-invalid', { file, reason }, { cause: error });
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SproutError('file-invalid', { file, reason: 'it is not JSON' }, { cause: error });
  }
}

function versionOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'schema' in value
    ? value.schema
    : undefined;
}
