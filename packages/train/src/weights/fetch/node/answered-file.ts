import type { IncomingMessage } from 'node:http';
import { Interrupted } from './interrupted.ts';
import type { Resumable } from './partial-file.ts';
import { failed, refused, type WantedFile } from './wanted-file.ts';

/** What the head of an answer says about the file. */
export interface AnsweredFile {
  /** The bytes of the file before those of the body. */
  readonly start: number;
  /** The size of the whole file, where it is stated. */
  readonly total: number | undefined;
  /** The ETag or date for `If-Range`, where it identifies the content. */
  readonly validator: string | undefined;
}

/** The answer to a request for the rest of a file does not fit what is there; the download begins anew. */
export class Changed extends Interrupted {}

/** Status codes of faults that may pass. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Checks the head of an answer.
 *
 * @param asked The bytes that the request asked to continue after, if it did.
 * @throws {SproutError} `download-failed`, `download-refused`; `Interrupted` for a state that may pass; `Changed`.
 */
export function answeredFile(
  answer: IncomingMessage,
  wanted: WantedFile,
  asked: Resumable | undefined,
): AnsweredFile {
  const { statusCode: state = 0, statusMessage = '', headers } = answer;
  if (asked !== undefined && (state === 416 || state === 412)) throw new Changed('it has changed');
  if (PASSING.has(state)) throw new Interrupted(`the server answers ${state} ${statusMessage}`);
  if (state !== 200 && !(state === 206 && asked !== undefined))
    throw failed(wanted, { reason: `the server answers ${state} ${statusMessage}`.trimEnd() });
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity')
    throw refused(wanted, `the server sends it in the encoding ${encoding}`);
  if (/^text\/html\b/i.test(headers['content-type'] ?? ''))
    throw refused(wanted, 'the server sends a web page');
  const validator = validatorOf(answer);
  const length = wholeNumber(headers['content-length']);
  const file =
    state === 206 && asked !== undefined
      ? { ...rest(answer, asked), validator }
      : { start: 0, total: length, validator };
  if (file.total !== undefined && wanted.bytes !== undefined && file.total !== wanted.bytes)
    throw refused(
      wanted,
      `the server states ${file.total} bytes, and the file has ${wanted.bytes} bytes`,
    );
  return file;
}

function rest(
  answer: IncomingMessage,
  asked: Resumable,
): { readonly start: number; readonly total: number | undefined } {
  const { headers } = answer;
  const [, first = '', total = ''] =
    /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers['content-range'] ?? '') ?? [];
  const validator = validatorOf(answer);
  const isSame = validator === undefined || validator === asked.validator;
  if (Number(first) !== asked.bytes || !isSame) throw new Changed('it has changed');
  return { start: asked.bytes, total: wholeNumber(total) };
}

/** A weak ETag does not identify the bytes. */
function validatorOf({ headers }: IncomingMessage): string | undefined {
  const { etag } = headers;
  return etag === undefined || etag.startsWith('W/') ? headers['last-modified'] : etag;
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
