import { createRequire } from 'node:module';

/** The version of the installed onnxruntime-node. */
export function onnxruntimeVersion(): string {
  const manifest: { version: string } = createRequire(import.meta.url)(
    'onnxruntime-node/package.json',
  );
  return manifest.version;
}
