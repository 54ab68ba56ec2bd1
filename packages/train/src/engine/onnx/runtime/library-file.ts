import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { arch, platform } from 'node:process';
import { onnxruntimeVersion } from '../../node/onnxruntime-version.ts';

/** The file of onnxruntime's library in the installed onnxruntime-node. @throws {Error} Where it is not installed. */
export function libraryFile(): string {
  const manifest = createRequire(import.meta.url).resolve('onnxruntime-node/package.json');
  const version = onnxruntimeVersion();
  const names: Readonly<Record<string, string>> = {
    darwin: `libonnxruntime.${version}.dylib`,
    linux: `libonnxruntime.so.${version}`,
    win32: 'onnxruntime.dll',
  };
  const name = names[platform];
  if (name === undefined) throw new Error(`onnxruntime-node has no library for ${platform}`);
  return join(dirname(manifest), 'bin', 'napi-v3', platform, arch, name);
}
