import { type Environment, SproutError } from '@sprout/core';

/**
 * The proxy for a URL, by the usual variables: `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy`, or in capital letters.
 * Like curl, this does not read `HTTP_PROXY` in capital letters, which a web server may set from a header of a request.
 *
 * @returns `undefined` where there is none.
 * @throws {SproutError} `option-invalid` for a proxy that is no http or https URL.
 */
export function proxyFor(url: URL, environment: Environment): URL | undefined {
  const variable = (name: string): string =>
    environment[name] || environment[name.toUpperCase()] || '';
  if (isExcluded(url, variable('no_proxy'))) return undefined;
  const own =
    url.protocol === 'https:' ? variable('https_proxy') : (environment['http_proxy'] ?? '');
  const text = own || variable('all_proxy');
  if (text === '') return undefined;
  const proxy = parsed(text.includes('://') ? text : `http://${text}`);
  if (proxy !== undefined && /^https?:$/.test(proxy.protocol)) return proxy;
  const value = text.replace(/\/\/[^/@]*@/, '//'); // without a password
  const option = 'The proxy variable for downloads';
  throw new SproutError('option-invalid', { option, value, rule: 'an http:// or https:// URL' });
}

/** `no_proxy` is a list of `*`, hosts, and domains with or without a leading dot, each with or without a port. */
function isExcluded({ hostname, port, protocol }: URL, list: string): boolean {
  const host = hostname.toLowerCase();
  const usedPort = port || (protocol === 'https:' ? '443' : '80');
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = '', ownPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      if (ownPort !== undefined && ownPort !== usedPort) return false;
      const domain = name.replace(/^\*?\./, '');
      return host === domain || host.endsWith(`.${domain}`);
    });
}

function parsed(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
