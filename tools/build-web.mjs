// Bundles the script of the page that is exported with a model, packages/runs/web, into one file. With --check, writes nothing and
// checks that the bundle is up to date.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../packages/runs/web/', import.meta.url));
process.chdir(fileURLToPath(new URL('..', import.meta.url))); // the bundle names its sources by their paths from here
const target = `${root}built/sprout.js`;

const [{ output }] = await build({
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { conditions: ['@sprout/source', 'browser', 'module'] },
  build: {
    write: false,
    target: 'es2023',
    lib: { entry: `${root}page.ts`, formats: ['es'], fileName: () => 'sprout.js' },
  },
});
const text = `// Made by \`npm run web\` from packages/runs/web: not for editing.\n${output[0].code}`;
if (!process.argv.includes('--check')) {
  await writeFile(target, text);
} else if ((await readFile(target, 'utf8')) !== text) {
  process.stderr.write(
    'The page of exported models is newer than its bundle: run `npm run web`.\n',
  );
  process.exit(1);
}
