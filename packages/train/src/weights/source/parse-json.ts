import { type ByteSource, type Json, textOf } from '@sprout/core';
import { jsonFault } from '../../model/file/json-fault.ts';
import { TEXT_LIMIT } from '../../model/file/text-limit.ts';

/**
 * Parses JSON of a file, or of a part of it.
 *
 * @throws {SproutError} `file-invalid` for text that is too long or no JSON, and for the faults that `jsonFault` describes.
 */
export function parseJson(source: ByteSource, what: string, bytes: Uint8Array): Json {
  if (bytes.length > TEXT_LIMIT)
    throw source.invalid(`${what} has ${bytes.length} bytes; the limit is ${TEXT_LIMIT}`);
  const text = textOf(bytes);
  if (text === undefined) throw source.invalid(`${what} is not UTF-8`);
  const json = parsed(text);
  if (json === undefined) throw source.invalid(`${what} is not JSON`);
  const fault = jsonFault(json);
  if (fault !== undefined) throw source.invalid(`${what} is refused: ${fault}`);
  return json;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json; // JSON.parse returns JSON
  } catch {
    return undefined;
  }
}
