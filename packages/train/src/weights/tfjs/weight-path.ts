import type { ByteSource } from '@sprout/core';

/** @throws {SproutError} `file-invalid` unless the path names a file beside `model.json`, or in a folder there. */
export function checkWeightPath(source: ByteSource, path: string): void {
  const isRelative = !/^[/\\]|[:\\%?#\0]/.test(path);
  const parts = path.split('/');
  if (isRelative && path !== '' && !parts.includes('..') && !parts.includes('')) return;
  throw source.invalid(`its weights are in "${path}", which is not a path inside its folder`);
}
