import { firstCause, isSproutError, SproutError } from '@sprout/core';
import { join, resolve, sep } from 'node:path';
import type { Config } from '../config/config-schema.ts';
import { isTable } from '../config/is-table.ts';
import type { Context } from '../event/run-context.ts';

/**
 * Does the work of a training, which has absolute paths so that it can be resumed from any folder. Its errors and its events have the
 * paths of the images and of their tables as the caller wrote them.
 */
export async function withGivenPaths<T>(
  { data: { folder, tags, split, groupBy } }: Config,
  { emit, signal }: Context,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  const table = groupBy !== undefined && isTable(groupBy) ? groupBy : undefined;
  const paths = [folder, tags, split, table].filter((path) => path !== undefined);
  const given = <Fields extends object>(fields: Fields): Fields => withGiven(fields, paths);
  try {
    return await work({ emit: (event) => emit(given(event)), signal });
  } catch (thrown) {
    const error = firstCause(thrown);
    if (!isSproutError(error) || error === signal.reason) throw error;
    const { code, context, cause } = error;
    throw new SproutError(code, given(context), { cause });
  }
}

/** An object whose texts have the paths as they were given. Other values are kept. */
function withGiven<Fields extends object>(fields: Fields, paths: readonly string[]): Fields {
  const entries = Object.entries(fields).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'string' ? paths.reduce(relativeAgain, value) : value,
  ]);
  return Object.fromEntries(entries) as Fields; // the same keys, texts for texts
}

/** A text in which an absolute path, or the beginning of one, is again as it was given. */
function relativeAgain(text: string, given: string): string {
  const absolute = resolve(given);
  if (text === absolute) return given;
  const escaped = `${absolute}${sep}`.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  const start = new RegExp(`(?<![^\\s"'(])${escaped}`, 'g'); // not in the middle of another path
  return text.replaceAll(start, () => join(given, 'x').slice(0, -1));
}
