import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Handler, serve, serveFile } from '../../../../test/file-server.ts';
import type { KnownFile } from '../known-file.ts';
import type { FetchOptions } from './fetch-options.ts';
import { fetchKnown, knownFilePath } from './released-file.ts';

const BODY = Uint8Array.from({ length: 5000 }, (_, at) => (at * at) >> 3);
const digest = (kind: string, data: Uint8Array) => createHash(kind).update(data).digest('hex');
const SHA256 = digest('sha256', BODY);
/** A port without a server. */
const NOWHERE = 'http://127.0.0.1:9';

let cache: string;
let options: FetchOptions;

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'sprout-released-'));
  options = { environment: { SPROUT_CACHE: cache }, stallMs: 200, retryMs: 1 };
});
afterEach(() => rm(cache, { recursive: true }));

function known(origin: string, given: Partial<KnownFile> = {}): KnownFile {
  return {
    base: 'vgg16',
    library: 'keras',
    top: false,
    file: 'v.h5',
    address: `${origin}/v.h5`,
    bytes: BODY.length,
    hash: { kind: 'md5', digits: digest('md5', BODY) },
    licence: 'CC BY 4.0',
    source: 'https://example.org',
    ...given,
  };
}

const file: Handler = (request, response) => serveFile(request, response, { body: BODY });

describe('a known file', () => {
  test.each<[Partial<KnownFile>, string]>([
    [{}, 'The MD5 of v.h5 is the published one'],
    [
      { hash: { kind: 'sha256', digits: SHA256.slice(0, 8) } },
      'The first 8 digits of the SHA-256 of v.h5 are the published ones',
    ],
    [
      { hash: undefined as never },
      `The hash of v.h5 was not compared, only the size of 5000 bytes, because none is published; its SHA-256 is ${SHA256}`,
    ],
  ])('is downloaded and compared: %o', async (given, checked) => {
    await using server = await serve(file);
    const found = await fetchKnown(known(server.origin, given), options);
    expect(found).toMatchObject({ checked, sha256: SHA256, downloaded: true });
    expect(found.path).toBe(join(cache, 'weights', 'v.h5'));
    expect(found.path).toBe(knownFilePath(found.known, options.environment));
    expect(digest('sha256', await readFile(found.path))).toBe(SHA256);
  });

  test('that was put into the cache by hand is used without a request', async () => {
    await mkdir(join(cache, 'weights'));
    await writeFile(join(cache, 'weights', 'v.h5'), BODY);
    expect(await fetchKnown(known(NOWHERE), options)).toMatchObject({ downloaded: false });
  });

  test('that cannot be downloaded is named with its address and its place', async () => {
    const path = join(cache, 'weights', 'v.h5');
    await expect(fetchKnown(known(NOWHERE), options)).rejects.toMatchObject({
      code: 'download-failed',
      context: { advice: `get it from ${NOWHERE}/v.h5 and save it as ${path}` },
    });
    await writeFile(path, BODY.subarray(1));
    await expect(fetchKnown(known(NOWHERE), options)).rejects.toMatchObject({
      context: {
        advice: `get it from ${NOWHERE}/v.h5 and save it as ${path} (where another file is now: it has 4999 bytes, not 5000)`,
      },
    });
  });

  test.each<[string, Handler, string]>([
    [
      'of another size is refused before it is received',
      (_, response) => response.writeHead(200, { 'content-length': 4999 }).write('abc'),
      'the server states 4999 bytes, and the file has 5000 bytes',
    ],
    [
      'that does not end is refused when it is too long',
      (_, response) => response.write(new Uint8Array(6000)),
      'the server sends more than 5000 bytes',
    ],
    [
      'that ends early is refused',
      (_, response) => response.write(BODY.subarray(1), () => response.end()),
      'it has 4999 bytes, not 5000',
    ],
    [
      'with another hash is refused with both',
      (_, response) => response.end(BODY.toReversed()),
      `its MD5 is ${digest('md5', BODY.toReversed())}, not ${digest('md5', BODY)}`,
    ],
  ])('%s', async (_, handler, reason) => {
    await using server = await serve(handler);
    await expect(fetchKnown(known(server.origin), options)).rejects.toMatchObject({
      code: 'download-refused',
      context: { reason },
    });
    expect(await readdir(join(cache, 'weights'))).toEqual([]);
  });
});
