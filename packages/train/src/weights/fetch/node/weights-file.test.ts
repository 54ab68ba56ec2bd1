import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Handler,
  serve,
  serveFile,
  type ServeFileOptions,
} from '../../../../test/file-server.ts';
import { TEST_CERTIFICATE } from '../../../../test/test-certificate.ts';
import type { FetchOptions } from './fetch-options.ts';
import { weightsFile } from './weights-file.ts';

const BODY = Uint8Array.from({ length: 200_000 }, (_, at) => (at * at) >> 3);
const OTHER = BODY.toReversed();
const hash = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');
const hashOf = async (path: string): Promise<string> => hash(await readFile(path));
const SHA256 = hash(BODY);
const MD5 = createHash('md5').update(BODY).digest('hex');

let cache: string;
let options: FetchOptions;

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'sprout-fetch-'));
  options = { environment: { SPROUT_CACHE: cache }, stallMs: 200, retryMs: 1 };
});
afterEach(() => rm(cache, { recursive: true }));

/** The paths of all files in the cache, relative to it. */
async function filesInCache(): Promise<readonly string[]> {
  const entries = await readdir(cache, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

/** A handler for each request in turn; the last one for all that follow. */
function inTurn(...handlers: readonly Handler[]): Handler {
  let count = 0;
  return (...call) => handlers[Math.min(count++, handlers.length - 1)]!(...call);
}

function file(given: ServeFileOptions = {}, body = BODY): Handler {
  return (request, response) => serveFile(request, response, { body, ...given });
}

const answer =
  (state: number, headers: Record<string, string | number> = {}, body = ''): Handler =>
  (_, response) =>
    response.writeHead(state, headers).end(body);

describe('a URL', () => {
  test('is downloaded once, with progress, under its own name', async () => {
    await using server = await serve(file());
    const seen: number[] = [];
    const onProgress = ({ received, total }: { received: number; total: number | undefined }) => {
      expect(total).toBe(BODY.length);
      seen.push(received);
    };
    const first = await weightsFile(`${server.origin}/a/w.npz?key=1`, { ...options, onProgress });
    const second = await weightsFile(`${server.origin}/a/w.npz?key=1`, options);
    expect(first.path).toMatch(/\/weights\/[0-9a-f]{12}\/w\.npz$/);
    expect(await hashOf(first.path)).toBe(hash(BODY));
    expect(first.fetched).toEqual({ path: first.path, sha256: SHA256, downloaded: true });
    expect(second.fetched).toEqual({ ...first.fetched, downloaded: false });
    expect(first.checked).toBe(
      `The hash of w.npz was not compared, because the URL states none; its SHA-256 is ${SHA256}`,
    );
    expect(server.requests).toEqual(['GET /a/w.npz?key=1']);
    expect(seen.at(-1)).toBe(BODY.length);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(await filesInCache()).toEqual(['.w.npz.json', 'w.npz']);
  });

  test.each([
    [`sha256=${SHA256}`, 'The SHA-256 of w.h5 is the one that the URL states'],
    [`sha256=${SHA256.slice(0, 8)}`, 'The SHA-256 of w.h5 is the one that the URL states'],
    [`md5=${MD5}`, 'The MD5 of w.h5 is the one that the URL states'],
  ])('with the hash of the file is downloaded: %s', async (fragment, checked) => {
    await using server = await serve(file());
    const found = await weightsFile(`${server.origin}/w.h5#${fragment}`, options);
    expect(found.checked).toBe(checked);
  });

  test('with another hash is refused with both hashes, and nothing is left', async () => {
    await using server = await serve(file());
    const wrong = '0'.repeat(64);
    await expect(weightsFile(`${server.origin}/w.h5#sha256=${wrong}`, options)).rejects.toThrow(
      `The download of w.h5 from ${server.origin}/w.h5 is refused: its SHA-256 is ${SHA256}, not ${wrong}; ` +
        `nothing of it was kept; try again later, or get it by other means and give its path instead of the URL, or save it as ${cache}/weights/`,
    );
    expect(await filesInCache()).toEqual([]);
  });

  test('of another scheme is refused, and a path is used as it is', async () => {
    await expect(weightsFile('s3://bucket/w.h5', options)).rejects.toMatchObject({
      code: 'option-invalid',
    });
    const path = join(cache, 'own.h5');
    await expect(weightsFile(path, options)).rejects.toMatchObject({ code: 'file-missing' });
    await writeFile(path, 'x');
    expect((await weightsFile(path, options)).path).toBe(path);
  });
});

describe('a download that breaks off', () => {
  test('is continued after the bytes that arrived', async () => {
    await using server = await serve(inTurn(file({ breakAfter: 60_000 }), file()));
    const { path } = await weightsFile(`${server.origin}/w.npz`, options);
    expect(await hashOf(path)).toBe(hash(BODY));
    expect(server.requests).toEqual(['GET /w.npz', 'GET /w.npz bytes=60000-']);
  });

  test('is continued by a later call', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    await using server = await serve(inTurn(file({ breakAfter: 60_000 }), file()));
    const onProgress = (): void => controller.abort(reason);
    const { signal } = controller;
    const url = `${server.origin}/w.npz?key=secret`;
    await expect(weightsFile(url, { ...options, signal, onProgress })).rejects.toBe(reason);
    expect((await filesInCache()).toSorted()).toEqual(['.w.npz.partial', '.w.npz.partial.json']);
    let notes = '';
    for (const name of await readdir(cache, { recursive: true }))
      if (name.endsWith('.json')) notes += await readFile(join(cache, name), 'utf8');
    expect(notes).toContain('validator');
    expect(notes).not.toContain('secret');
    const { path } = await weightsFile(url, options);
    expect(await hashOf(path)).toBe(hash(BODY));
    expect(server.requests[1]).toMatch(/^GET \/w\.npz\?key=secret bytes=[1-9]\d*-$/);
    expect((await filesInCache()).toSorted()).toEqual(['.w.npz.json', 'w.npz']);
  });

  test.each([
    ['the file changed meanwhile', file({ etag: '"2"' }, OTHER)],
    ['the server ignores ranges', file({ ignoresRange: true }, OTHER)],
    [
      'the server answers the range of another file',
      inTurn(
        answer(206, { etag: '"2"', 'content-range': 'bytes 60000-60002/60003' }, 'abc'),
        file({}, OTHER),
      ),
    ],
    ['the range is not satisfiable', inTurn(answer(416), file({}, OTHER))],
  ])('begins anew where %s', async (_, second) => {
    await using server = await serve(inTurn(file({ breakAfter: 60_000 }), second));
    const { path } = await weightsFile(`${server.origin}/w.npz`, options);
    expect(await hashOf(path)).toBe(hash(OTHER));
  });

  test('begins anew where nothing identifies the file', async () => {
    const weak = 'W/"1"';
    await using server = await serve(inTurn(file({ etag: weak, breakAfter: 60_000 }), file()));
    await weightsFile(`${server.origin}/w.npz`, options);
    expect(server.requests).toEqual(['GET /w.npz', 'GET /w.npz']);
  });

  test('again and again fails with what to do, and leaves no file', async () => {
    await using server = await serve(file({ etag: 'W/"1"', breakAfter: 1000 }));
    await expect(weightsFile(`${server.origin}/w.npz`, options)).rejects.toMatchObject({
      code: 'download-failed',
      message: expect.stringMatching(
        /^Cannot download w\.npz from http:.*\/w\.npz: .*; get it by other means and give its path instead of the URL, or save it as .*\/w\.npz$/,
      ),
    });
    expect(server.requests).toHaveLength(3);
    expect(await filesInCache()).toEqual([]);
  });

  test('is given up after twenty attempts', async () => {
    await using server = await serve(file({ breakAfter: 1 }));
    await expect(weightsFile(`${server.origin}/w.npz`, options)).rejects.toThrow(
      /; the next download continues after \d+ bytes; get it/,
    );
    expect(server.requests.length).toBeGreaterThan(3);
    expect(server.requests.length).toBeLessThanOrEqual(20);
  });
});

describe('a server that', () => {
  test.each<[string, Handler, string]>([
    ['never answers', () => undefined, 'no answer came for 0.2 s'],
    [
      'stalls',
      (_, response) => response.writeHead(200, { 'content-length': 9 }).write('abc'),
      'no more data came for 0.2 s',
    ],
    [
      'states more bytes than it sends',
      (_, response) => {
        response.writeHead(200, { 'content-length': 9, connection: 'close' });
        response.write('abc', () => response.socket!.end()); // a request has a socket
      },
      'the connection broke off after',
    ],
    ['does not have the file', answer(404), 'the server answers 404 Not Found'],
    ['is overloaded', answer(503), 'the server answers 503 Service Unavailable'],
  ])('%s makes the download fail', async (_, handler, reason) => {
    await using server = await serve(handler);
    await expect(weightsFile(`${server.origin}/w.npz`, options)).rejects.toMatchObject({
      code: 'download-failed',
      context: { reason: expect.stringContaining(reason) },
    });
    expect(await filesInCache()).toEqual([]);
  });

  test.each<[string, Handler, string]>([
    ['sends a web page', answer(200, { 'content-type': 'text/html' }), 'sends a web page'],
    ['compresses', answer(200, { 'content-encoding': 'gzip' }), 'sends it in the encoding gzip'],
    ['redirects in circles', answer(302, { location: '/w.npz' }), 'more than 10 times'],
    ['redirects to a file', answer(302, { location: 'file:///etc/passwd' }), 'file:///etc/passwd'],
    ['redirects to nothing', answer(302), 'it is redirected to no address'],
  ])('%s is refused', async (_, handler, reason) => {
    await using server = await serve(handler);
    await expect(weightsFile(`${server.origin}/w.npz`, options)).rejects.toMatchObject({
      code: 'download-refused',
      context: { reason: expect.stringContaining(reason) },
    });
    expect(await filesInCache()).toEqual([]);
  });

  test('sends more bytes than it states gives a file that is not the wanted one', async () => {
    await using server = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.end(BODY);
    });
    const url = `${server.origin}/w.npz#sha256=${SHA256}`;
    await expect(weightsFile(url, options)).rejects.toMatchObject({
      code: expect.stringMatching(/^download-/),
    });
    expect(await filesInCache()).toEqual([]);
  });

  test('is overloaded for a moment is asked again', async () => {
    await using server = await serve(inTurn(answer(503), answer(429), file()));
    const reasons: string[] = [];
    const onRetry = (reason: string) => void reasons.push(reason);
    const { fetched } = await weightsFile(`${server.origin}/w.npz`, { ...options, onRetry });
    expect(fetched!.sha256).toBe(SHA256); // it was downloaded
    expect(reasons).toEqual([
      'the server answers 503 Service Unavailable',
      'the server answers 429 Too Many Requests',
    ]);
  });

  test('redirects is followed, to another server too', async () => {
    await using target = await serve(file());
    await using server = await serve(answer(302, { location: `${target.origin}/blob?key=secret` }));
    const { path } = await weightsFile(`${server.origin}/w.npz`, options);
    expect(path).toMatch(/w\.npz$/);
    expect(target.requests).toEqual(['GET /blob?key=secret']);
  });

  test('redirects from https to http is refused', async () => {
    await using target = await serve(file());
    const location = `${target.origin}/w.npz?key=secret`;
    await using server = await serve(answer(302, { location }), { tls: true });
    const trusting = { ...options, authorities: TEST_CERTIFICATE };
    await expect(weightsFile(`${server.origin}/w.npz`, trusting)).rejects.toThrow(
      `it is redirected from https to ${target.origin}/w.npz;`,
    );
    expect(target.requests).toEqual([]);
  });

  test('does not exist, or is not trusted, is named at once', async () => {
    const server = await serve(file(), { tls: true });
    await expect(weightsFile(`${server.origin}/w.npz`, options)).rejects.toMatchObject({
      code: 'download-failed',
      context: { reason: expect.stringContaining('self-signed certificate') },
    });
    await server[Symbol.asyncDispose]();
    await expect(
      weightsFile(`${server.origin.replace('//', '//me:secret@')}/w.npz`, options),
    ).rejects.toMatchObject({
      code: 'download-failed',
      context: {
        address: `${server.origin}/w.npz`,
        reason: expect.stringContaining('ECONNREFUSED'),
      },
    });
  });
});

test('two calls at once download a file once', async () => {
  await using server = await serve((request, response) => {
    setTimeout(() => serveFile(request, response, { body: BODY }), 50);
  });
  const holders: string[] = [];
  const onWait = (holder: string) => void holders.push(holder);
  const both = await Promise.all(
    ['', ''].map(() => weightsFile(`${server.origin}/w.npz`, { ...options, onWait })),
  );
  expect(both.filter(({ fetched }) => fetched!.downloaded)).toHaveLength(1); // URLs
  expect(server.requests).toHaveLength(1);
  expect(holders).toHaveLength(1);
});

test('a file in the cache that was changed is downloaded again', async () => {
  await using server = await serve(file());
  const url = `${server.origin}/w.npz#sha256=${SHA256}`;
  const { path } = await weightsFile(url, options);
  await writeFile(path, OTHER);
  expect((await weightsFile(url, options)).fetched!.downloaded).toBe(true); // a URL
  expect(await hashOf(path)).toBe(hash(BODY));
});

test('a cache that cannot be written is named', async () => {
  await using server = await serve(file());
  await mkdir(dirname(join(cache, 'weights')), { recursive: true });
  await writeFile(join(cache, 'weights'), 'a file');
  await expect(weightsFile(`${server.origin}/w.npz`, options)).rejects.toMatchObject({
    code: 'file-unwritable',
  });
  expect(server.requests).toEqual([]);
});
