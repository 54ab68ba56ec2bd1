import { isSproutError, readText, SproutError } from '@sprout/core';
import {
  type CheckedAugmentation,
  type CheckedRecipe,
  drawnFault,
  parseAugmentation,
  parseRecipe,
} from '@sprout/imgproc';
import type { z } from 'zod';
import { type LogRecord, logRecordSchema } from './log-record.ts';
import type { PlannedCopy } from './planned-image.ts';

/** A line of a log whose ops, and the numbers of the ops, were checked. */
export interface LoggedCopy extends PlannedCopy {
  /** The number of the line, counted from 1. */
  readonly line: number;
  readonly augment: CheckedAugmentation;
  readonly recipe: CheckedRecipe;
}

/** A log that was checked. */
export interface AugmentationLog {
  readonly file: string;
  readonly text: string;
  readonly copies: readonly LoggedCopy[];
}

/**
 * Reads a log of augmented images and checks each line. Reads no image.
 *
 * @throws {SproutError} `file-missing`; `file-invalid`, which names the line, and the op and the field of a number that does not fit.
 */
export async function readLog(file: string): Promise<AugmentationLog> {
  const text = await readText(file);
  const parsers = { augment: remembered(parseAugmentation), recipe: remembered(parseRecipe) };
  const copies: LoggedCopy[] = [];
  const lineOf = new Map<string, number>();
  for (const [index, content] of text.split('\n').entries()) {
    if (content.trim() === '') continue;
    const line = index + 1;
    const at = { file, line };
    const record = parseLine(content, at);
    const earlier = lineOf.get(`${record.copy} ${record.id}`);
    if (earlier !== undefined)
      throw invalid(at, `copy ${record.copy} of ${record.id} is in line ${earlier} too`);
    lineOf.set(`${record.copy} ${record.id}`, line);
    copies.push({ ...checked(record, at, parsers), line });
  }
  if (copies.length > 0) return { file, text, copies };
  throw new SproutError('file-invalid', { file, reason: 'it has no lines' });
}

/** The place of a fault. */
interface At {
  readonly file: string;
  readonly line: number;
}

/** The error for a line of a log. */
export function invalid({ file, line }: At, reason: string): SproutError<'file-invalid'> {
  return new SproutError('file-invalid', { file, reason: `line ${line}: ${reason}` });
}

function parseLine(content: string, at: At): LogRecord {
  const { data, error } = logRecordSchema.safeParse(parseJson(content, at));
  if (error === undefined) return data;
  throw invalid(at, clauseOf(error));
}

function parseJson(content: string, at: At): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw invalid(at, 'it is not JSON');
  }
}

/** A clause about the first issue. */
function clauseOf({ issues: [issue] }: z.ZodError): string {
  if (issue === undefined) return 'it does not fit';
  const [unknown] = issue.code === 'unrecognized_keys' ? issue.keys : [];
  if (unknown !== undefined)
    return `unknown field ${[...issue.path, unknown].map(String).join('.')}`;
  const reason = issue.message.replace(/^./, (first) => first.toLowerCase());
  return issue.path.length === 0 ? reason : `field ${issue.path.map(String).join('.')}: ${reason}`;
}

interface Parsers {
  readonly augment: (specs: unknown) => CheckedAugmentation;
  readonly recipe: (specs: unknown) => CheckedRecipe;
}

function checked(record: LogRecord, at: At, parsers: Parsers): Omit<LoggedCopy, 'line'> {
  const { augment, recipe } = listsOf(record, at, parsers);
  const drawn = record.ops.map(({ op, numbers }) =>
    numbers === undefined ? { op } : { op, numbers },
  );
  const fault = drawnFault(augment, drawn);
  if (fault === undefined) return { record, augment, drawn, recipe };
  const { op, field, reason } = fault;
  const place = [`line ${at.line}`, op && `op ${op}`, field && `field ${field}`];
  throw new SproutError('file-invalid', {
    file: at.file,
    reason: `${place.filter(Boolean).join(', ')}: ${reason}`,
  });
}

function listsOf(
  { ops, recipe }: LogRecord,
  at: At,
  parsers: Parsers,
): Pick<LoggedCopy, 'augment' | 'recipe'> {
  try {
    return {
      augment: parsers.augment(ops.map(({ spec }) => spec)),
      recipe: parsers.recipe(recipe),
    };
  } catch (error) {
    throw isSproutError(error) ? invalid(at, error.message) : error;
  }
}

/** Keeps the results of a parser, because the lines of a log usually have the same specs. */
function remembered<T>(parse: (specs: unknown) => T): (specs: unknown) => T {
  const results = new Map<string, T>();
  return (specs) => {
    const key = JSON.stringify(specs);
    const result = results.get(key) ?? parse(specs);
    results.set(key, result);
    return result;
  };
}
