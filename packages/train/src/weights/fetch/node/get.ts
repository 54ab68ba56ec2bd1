import type { Environment } from '@sprout/core';
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { Interrupted } from './interrupted.ts';
import { proxyFor } from './proxy-for.ts';

export interface GetOptions {
  readonly headers: Readonly<Record<string, string>>;
  /** Where the proxy variables are read. */
  readonly environment: Environment;
  /** The longest wait for the answer, in milliseconds. */
  readonly stallMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Certificates of authorities to trust instead of those that Node trusts, as PEM. */
  readonly authorities?: string | undefined;
}

/**
 * Sends one GET request, through the proxy that the environment names. Redirects are answers like others.
 *
 * @returns The answer, whose body is the caller's to read or to destroy.
 * @throws {Interrupted} when nothing is answered in time; the errors of `node:http`.
 */
export async function get(url: URL, options: GetOptions): Promise<http.IncomingMessage> {
  const proxy = proxyFor(url, options.environment);
  if (proxy === undefined) return await answerTo(requestOf(url, options), options);
  if (url.protocol === 'http:')
    return await answerTo(requestThrough(proxy, { url, ...options }), options);
  const socket = await tunnel(proxy, { url, ...options });
  return await answerTo(requestOf(url, { ...options, socket }), options);
}

function requestOf(
  url: URL,
  { headers, signal, authorities, socket }: GetOptions & { readonly socket?: TLSSocket },
): http.ClientRequest {
  const shared = { headers, signal, agent: false } as const;
  if (url.protocol === 'http:') return http.request(url, shared);
  const connection = socket === undefined ? {} : { createConnection: () => socket };
  return https.request(url, { ...shared, ...connection, ca: authorities });
}

interface ProxyOptions extends GetOptions {
  /** The address that the proxy shall ask. */
  readonly url: URL;
}

function requestThrough(
  proxy: URL,
  {
    url,
    headers,
    signal,
    authorities,
    method = 'GET',
  }: ProxyOptions & { readonly method?: 'GET' | 'CONNECT' },
): http.ClientRequest {
  const path = method === 'CONNECT' ? authority(url) : `${url.origin}${url.pathname}${url.search}`;
  const sent = { ...headers, host: url.host, ...credentials(proxy) };
  const options = { method, path, headers: sent, signal, agent: false } as const;
  return proxy.protocol === 'https:'
    ? https.request(proxy, { ...options, ca: authorities })
    : http.request(proxy, options);
}

/** A connection to the server of a URL through a proxy, encrypted from end to end. */
async function tunnel(proxy: URL, options: ProxyOptions): Promise<TLSSocket> {
  const { url, stallMs, authorities } = options;
  const request = requestThrough(proxy, { ...options, headers: {}, method: 'CONNECT' });
  return await new Promise<TLSSocket>((resolve, reject) => {
    failLate(request, stallMs);
    request.once('connect', (answer, socket) => {
      request.setTimeout(0);
      if (answer.statusCode !== 200) {
        socket.destroy();
        reject(new Error(`the proxy ${proxy.host} answers ${answer.statusCode} to CONNECT`));
        return;
      }
      const secure = connectTls({ socket, ...serverName(url), ca: authorities });
      secure.once('secureConnect', () => resolve(secure)).once('error', reject);
    });
    request.once('error', (error) => reject(throughProxy(proxy, error)));
    request.end();
  });
}

/** The name that the certificate must have, and the name to ask for, which cannot be an IP address. */
function serverName({ hostname }: URL): { readonly host: string; readonly servername?: string } {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? { host, servername: host } : { host };
}

function throughProxy(proxy: URL, error: Error): Error {
  error.message = `the proxy ${proxy.host} cannot be used: ${error.message}`;
  return error;
}

async function answerTo(
  request: http.ClientRequest,
  { stallMs }: GetOptions,
): Promise<http.IncomingMessage> {
  return await new Promise((resolve, reject) => {
    failLate(request, stallMs);
    request.once('response', (response) => {
      request.setTimeout(0);
      resolve(response);
    });
    request.on('error', reject); // later ones are errors of the answer's body too
    request.end();
  });
}

function failLate(request: http.ClientRequest, stallMs: number): void {
  request.setTimeout(stallMs, () =>
    request.destroy(new Interrupted(`no answer came for ${stallMs / 1000} s`)),
  );
}

function authority({ hostname, port }: URL): string {
  return `${hostname}:${port || '443'}`;
}

function credentials({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}
