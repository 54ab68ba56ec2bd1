// Compiles packages/train/kernels (AssemblyScript) and writes the binary as a module, or with --check only compares.
import asc from 'assemblyscript/asc';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../packages/train/', import.meta.url));
const target = `${root}src/engine/onnx/execute/kernel-bytes.ts`;
const flags = ['-O3', '--runtime', 'stub', '--importMemory', '--enable', 'simd', '--noAssert'];

const files = new Map();
const { error, stderr } = await asc.main(['index.ts', ...flags, '--outFile', 'kernels.wasm'], {
  readFile: (name) => readFile(`${root}kernels/${name}`, 'utf8').catch(() => null),
  writeFile: (name, contents) => void files.set(name, contents),
  listFiles: () => [],
});
if (error) {
  process.stderr.write(stderr.toString());
  process.exit(1);
}
const bytes = Buffer.from(files.get('kernels.wasm')).toString('base64');
const text = `// Made by \`npm run kernels\` from packages/train/kernels: not for editing.

/** The kernels' WebAssembly binary, in base 64. */
export const KERNEL_BYTES =
  '${bytes}';
`;
if (!process.argv.includes('--check')) await writeFile(target, text);
else if ((await readFile(target, 'utf8')) !== text) {
  process.stderr.write('The kernels are newer than their binary: run `npm run kernels`.\n');
  process.exit(1);
}
