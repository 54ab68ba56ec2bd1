import { copyFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The files of the page itself: `web/built/sprout.js` is made by `npm run web`. */
const OWN = {
  'index.html': '../../web/index.html',
  'sprout.js': '../../web/built/sprout.js',
} as const;

/** TensorFlow.js as it is published, with its WebAssembly backend, by package. */
const TENSORFLOW = {
  'tf-core.es2017.min.js': 'tfjs-core',
  'tf-layers.es2017.min.js': 'tfjs-layers',
  'tf-backend-wasm.es2017.min.js': 'tfjs-backend-wasm',
  'tfjs-backend-wasm.wasm': 'tfjs-backend-wasm',
  'tfjs-backend-wasm-simd.wasm': 'tfjs-backend-wasm',
  'tfjs-backend-wasm-threaded-simd.wasm': 'tfjs-backend-wasm',
} as const;

/** The names of the files of the page that is exported with a model. */
export const PAGE_FILES: readonly string[] = [...Object.keys(OWN), ...Object.keys(TENSORFLOW)];

/** Copies the files of the page into a folder, which exists. */
export async function copyPage(folder: string): Promise<void> {
  for (const [name, source] of Object.entries(OWN))
    await copyFile(fileURLToPath(new URL(source, import.meta.url)), join(folder, name));
  const own = createRequire(import.meta.url);
  const train = createRequire(own.resolve('@sprout/train/package.json')); // which depends on TensorFlow.js
  for (const [name, source] of Object.entries(TENSORFLOW))
    await copyFile(train.resolve(`@tensorflow/${source}/dist/${name}`), join(folder, name));
}
