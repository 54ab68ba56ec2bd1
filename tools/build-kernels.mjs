// Compiles the kernels (AssemblyScript) of the package in the current folder and writes the binary as a module. With --check, writes
// nothing and checks that the binary is up to date and that the parameters of the kernels of packages/train match their table.
import asc from 'assemblyscript/asc';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import './ts-register.mjs';

const MODULES = {
  imgproc: 'src/wasm/kernel-bytes.ts',
  train: 'src/engine/onnx/kernels/kernel-bytes.ts',
};
const packageName = basename(process.cwd());
const root = fileURLToPath(new URL(`../packages/${packageName}/`, import.meta.url));
const target = root + MODULES[packageName];
const flags = ['-O3', '--runtime', 'stub', '--importMemory', '--enable', 'simd', '--noAssert'];
if (packageName === 'train') flags.push('--enable', 'threads', ...sharedMemory());

if (process.argv.includes('--check')) await check();
else await writeFile(target, await build());

/** The memory is shared by threads. Its limits are those that any memory has. */
function sharedMemory() {
  return ['--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'];
}

async function build() {
  const files = new Map();
  const { error, stderr } = await asc.main(['index.ts', ...flags, '--outFile', 'kernels.wasm'], {
    readFile: (name) => readFile(`${root}kernels/${name}`, 'utf8').catch(() => null),
    writeFile: (name, contents) => void files.set(name, contents),
    listFiles: () => [],
  });
  if (error) fail(stderr.toString());
  const bytes = Buffer.from(files.get('kernels.wasm')).toString('base64');
  return `// Made by \`npm run kernels\` from packages/${packageName}/kernels: not for editing.

/** The kernels' WebAssembly binary, in base 64. */
export const KERNEL_BYTES =
  '${bytes}';
`;
}

async function check() {
  if (packageName === 'train') await checkFields();
  if ((await readFile(target, 'utf8')) !== (await build()))
    fail('The kernels are newer than their binary: run `npm run kernels`.\n');
}

async function checkFields() {
  const { fieldDifferences, kernelFields } = await import('./kernel-fields.ts');
  const table = '../packages/train/src/graph/kernel-nodes/kernel-parameters.ts';
  const { KERNEL_PARAMETERS } = await import(table);
  const files = await readdir(`${root}kernels`);
  const names = files.filter((name) => name.endsWith('.ts'));
  const read = (file) => readFile(`${root}kernels/${file}`, 'utf8');
  const kernels = kernelFields(await Promise.all(names.map(read)), await read('index.ts'));
  const differences = fieldDifferences(kernels, KERNEL_PARAMETERS);
  if (differences.length > 0)
    fail(`The kernels and KERNEL_PARAMETERS disagree:\n${differences.join('\n')}\n`);
}

function fail(message) {
  process.stderr.write(message);
  process.exit(1);
}
