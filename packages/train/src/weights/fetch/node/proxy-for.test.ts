import { expect, test } from 'vitest';
import { proxyFor } from './proxy-for.ts';

const PROXY = 'http://proxy:3128/';

test.each([
  ['https://a.org/x', { HTTPS_PROXY: PROXY }, PROXY],
  ['https://a.org/x', { HTTPS_PROXY: 'http://other:1', https_proxy: PROXY }, PROXY],
  ['https://a.org/x', { https_proxy: 'proxy:3128' }, PROXY],
  ['https://a.org/x', { http_proxy: PROXY }, undefined],
  ['https://a.org/x', { ALL_PROXY: PROXY }, PROXY],
  ['https://a.org/x', { https_proxy: '' }, undefined],
  ['http://a.org/x', { http_proxy: PROXY, https_proxy: 'http://other:1' }, PROXY],
  ['http://a.org/x', { HTTP_PROXY: PROXY }, undefined],
])('%s with %o goes through %s', (url, environment, proxy) => {
  expect(proxyFor(new URL(url), environment)?.href).toBe(proxy);
});

test.each([
  ['*', true],
  ['a.org', true],
  ['.a.org', true],
  ['org, b.net', true],
  ['data.a.org:443', true],
  ['data.a.org:8080', false],
  ['ta.a.org', false],
  ['DATA.A.ORG', true],
  ['', false],
])('NO_PROXY=%s excludes data.a.org: %s', (list, isExcluded) => {
  const environment = { https_proxy: PROXY, NO_PROXY: list };
  expect(proxyFor(new URL('https://data.a.org/x'), environment) === undefined).toBe(isExcluded);
});

test('a proxy of another kind is refused, without its password', () => {
  expect(() =>
    proxyFor(new URL('https://a.org'), { https_proxy: 'socks5://me:secret@proxy:1080' }),
  ).toThrow('must be an http:// or https:// URL; received socks5://proxy:1080');
});
