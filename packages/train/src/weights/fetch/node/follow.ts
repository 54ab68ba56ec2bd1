import type { IncomingMessage } from 'node:http';
import { get, type GetOptions } from './get.ts';
import { shownAddress } from './shown-address.ts';

const MOST_REDIRECTS = 10;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** A redirect that is not followed. */
export class ForbiddenRedirect extends Error {
  override readonly name = 'ForbiddenRedirect';
}

/**
 * Sends a GET request and follows redirects, at most ten. From https to http none is followed.
 *
 * @returns The first answer that is no redirect.
 * @throws {ForbiddenRedirect} The errors of `get`.
 */
export async function follow(address: URL, options: GetOptions): Promise<IncomingMessage> {
  let url = address;
  for (let count = 0; count <= MOST_REDIRECTS; count++) {
    const answer = await get(url, options);
    if (!REDIRECTS.has(answer.statusCode ?? 0)) return answer;
    answer.destroy();
    url = next(url, answer.headers.location);
  }
  throw new ForbiddenRedirect(`it is redirected more than ${MOST_REDIRECTS} times`);
}

function next(url: URL, location: string | undefined): URL {
  if (location === undefined || !URL.canParse(location, url.href))
    throw new ForbiddenRedirect('it is redirected to no address');
  const target = new URL(location, url);
  if (!/^https?:$/.test(target.protocol))
    throw new ForbiddenRedirect(`it is redirected to ${shownAddress(target)}`);
  if (url.protocol === 'https:' && target.protocol === 'http:')
    throw new ForbiddenRedirect(`it is redirected from https to ${shownAddress(target)}`);
  return target;
}
