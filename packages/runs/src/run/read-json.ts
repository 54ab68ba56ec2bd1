import { readText, SproutError } from '@sprout/core';
import { z } from 'zod';

/** Reads a JSON file and checks it by a schema. @throws {SproutError} `file-missing`, `file-invalid`. */
export async function readJson<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const { data, error } = schema.safeParse(parse(await readText(file), file));
  if (error === undefined) return data;
  throw new SproutError('file-invalid', { file, reason: z.prettifyError(error) });
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SproutError('file-invalid', { file, reason }, { cause });
  }
}
