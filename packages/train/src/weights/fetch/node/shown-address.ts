/** An address as messages and files show it: without a password, and without a query, which may hold a key. */
export function shownAddress({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname}`;
}
