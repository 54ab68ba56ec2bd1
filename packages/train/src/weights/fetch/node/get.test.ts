import * as http from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type FileServer, type Handler, serve } from '../../../../test/file-server.ts';
import { TEST_CERTIFICATE } from '../../../../test/test-certificate.ts';
import { get, type GetOptions } from './get.ts';

const DEFAULTS: GetOptions = {
  headers: { 'user-agent': 'sprout' },
  environment: {},
  stallMs: 300,
  authorities: TEST_CERTIFICATE,
};
const ok: Handler = (_, response) => response.end('the file');

async function textOf(answer: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer); // a stream without an encoding
  return Buffer.concat(chunks).toString();
}

/** A proxy on 127.0.0.1 that tunnels, and notes what it was asked and with which credentials. */
async function tunnelling(): Promise<FileServer & { readonly asked: string[] }> {
  const asked: string[] = [];
  const proxy = await serve((_, response) => response.writeHead(405).end());
  proxy.server.on('connect', ({ url = '', headers }: http.IncomingMessage, socket) => {
    asked.push([url, headers['proxy-authorization'] ?? ''].join(' '));
    const { hostname, port } = new URL(`http://${url}`);
    const target = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    target.on('error', () => socket.destroy());
    socket.on('error', () => target.destroy());
  });
  return Object.assign(proxy, { asked });
}

const closed: AsyncDisposable[] = [];
afterEach(async () => {
  for (const server of closed.splice(0)) await server[Symbol.asyncDispose]();
});
function own<Server extends AsyncDisposable>(server: Server): Server {
  closed.push(server);
  return server;
}

describe('a request', () => {
  test('for http goes to the proxy with the whole address and the credentials', async () => {
    const seen: (string | undefined)[] = [];
    const proxy = own(
      await serve(({ url, headers }, response) => {
        seen.push(url, headers.host, headers['proxy-authorization']);
        response.end('from the proxy');
      }),
    );
    const environment = { http_proxy: proxy.origin.replace('//', '//me:a%20b@') };
    const url = new URL('http://data.example/w.h5?a=1#part');
    expect(await textOf(await get(url, { ...DEFAULTS, environment }))).toBe('from the proxy');
    const credentials = `Basic ${Buffer.from('me:a b').toString('base64')}`;
    expect(seen).toEqual(['http://data.example/w.h5?a=1', 'data.example', credentials]);
  });

  test('for https is tunnelled, and the server is the one that is trusted', async () => {
    const server = own(await serve(ok, { tls: true }));
    const proxy = own(await tunnelling());
    const url = new URL(`${server.origin}/w.h5`);
    const environment = { HTTPS_PROXY: proxy.origin };
    expect(await textOf(await get(url, { ...DEFAULTS, environment }))).toBe('the file');
    expect(proxy.asked).toEqual([`${url.host} `]);
    expect(server.requests).toEqual(['GET /w.h5']);
    const untrusting = { ...DEFAULTS, environment, authorities: undefined };
    await expect(get(url, untrusting)).rejects.toThrow('self-signed certificate');
    const direct = { ...DEFAULTS, environment: { ...environment, NO_PROXY: '127.0.0.1' } };
    expect(await textOf(await get(url, direct))).toBe('the file');
    expect(proxy.asked).toHaveLength(2);
  });

  test.each<[string, Handler | undefined, string]>([
    ['refuses', undefined, 'answers 403 to CONNECT'],
    ['never answers', () => undefined, 'cannot be used: no answer came for 0.3 s'],
  ])('fails where the proxy %s', async (_, handler, message) => {
    const proxy = own(await serve(ok));
    proxy.server.on('connect', (_request, socket) => {
      if (handler === undefined) socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    const environment = { https_proxy: proxy.origin };
    const url = new URL('https://data.example/w.h5');
    await expect(get(url, { ...DEFAULTS, environment })).rejects.toThrow(
      `the proxy ${new URL(proxy.origin).host} ${message}`,
    );
  });

  test('ends with its signal', async () => {
    const server = own(await serve(() => undefined));
    const controller = new AbortController();
    const answer = get(new URL(server.origin), { ...DEFAULTS, signal: controller.signal });
    controller.abort();
    await expect(answer).rejects.toThrow('aborted');
  });
});
