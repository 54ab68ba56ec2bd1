import { open } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { SproutError, systemReason } from '@sprout/core';
import { Interrupted } from './interrupted.ts';

export interface ReceiveOptions {
  /** The size of the whole file, where the server states it. */
  readonly total: number | undefined;
  /** The bytes that are in the file already; the answer continues after them. */
  readonly start: number;
  /** More bytes than this are an error. */
  readonly limit: number;
  /** The longest wait for the next bytes, in milliseconds. */
  readonly stallMs: number;
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined;
}

/** How far a download is, in bytes. */
export interface DownloadProgress {
  readonly received: number;
  /** `undefined` where the server does not state it. */
  readonly total: number | undefined;
}

/**
 * Appends the body of an answer to a file.
 *
 * @returns The bytes that the file has then; more than `limit` if the answer is too long.
 * @throws {Interrupted} for a body that stalls or ends early, `file-unwritable`, the errors of `node:http`.
 */
export async function receive(
  answer: IncomingMessage,
  path: string,
  { total, start, limit, stallMs, onProgress }: ReceiveOptions,
): Promise<number> {
  const late = new Interrupted(`no more data came for ${stallMs / 1000} s`);
  const timer = setTimeout(() => answer.destroy(late), stallMs);
  let received = start;
  try {
    await using file = await open(path, start === 0 ? 'w' : 'a');
    for await (const chunk of answer) {
      const data = chunk as Buffer; // a stream without an encoding
      timer.refresh();
      received += data.length;
      if (received > limit) break;
      await file.writeFile(data);
      onProgress?.({ received, total });
    }
    await file.sync();
  } catch (error) {
    if (isOfFile(error)) throw unwritable(path, error, total);
    if (error !== late && codeOf(error) === 'ECONNRESET')
      throw new Interrupted(`the connection broke off after ${bytesText(received, total)}`);
    throw error;
  } finally {
    clearTimeout(timer);
    answer.destroy();
  }
  if (received < (total ?? received))
    throw new Interrupted(`it ended after ${bytesText(received, total)}`);
  return received;
}

const FILE_CALLS = new Set(['open', 'write', 'writev', 'fsync']);

/** Whether an error is one of the file system. Sockets have some of its calls, but no codes of it. */
function isOfFile(error: unknown): boolean {
  if (!(error instanceof Error && 'syscall' in error)) return false;
  return FILE_CALLS.has(String(error.syscall)) && !SOCKET_CODES.has(codeOf(error));
}

const SOCKET_CODES = new Set(['EPIPE', 'ECONNRESET', 'ETIMEDOUT']);

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function bytesText(received: number, total: number | undefined): string {
  return total === undefined ? `${received} bytes` : `${received} of ${total} bytes`;
}

function unwritable(file: string, error: unknown, total: number | undefined): SproutError {
  const need = total === undefined ? '' : `; ${total} bytes are needed`;
  const context = { file, reason: systemReason(error) + need };
  return new SproutError('file-unwritable', context, { cause: error });
}
