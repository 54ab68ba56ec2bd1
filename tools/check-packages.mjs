// node tools/check-packages.mjs: packs every package as for publishing, lints the tarballs (publint, attw), installs them in an
// empty project, type-checks a program that uses them with the module resolutions nodenext and bundler, and runs it. The declarations
// of each package are checked too (without skipLibCheck). Only those of TensorFlow.js and WebGPU, which train and runs need, may have errors.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = [
  'packages/core',
  'packages/imgproc',
  'packages/train',
  'packages/viz',
  'packages/runs',
  'apps/cli',
];
const project = mkdtempSync(join(tmpdir(), 'sprout-packages-'));

const USE = `
import { scanFolder, rngAt, type Dataset } from '@sprout/core';
import { createImagePool, parseRecipe } from '@sprout/imgproc';
import { createDefinition, type ModelDefinition } from '@sprout/train';
import { learningCurves, renderSvg } from '@sprout/viz';
import { models, type RunEvent, type TrainResult, train } from '@sprout/runs';
import { LIMITS } from '@sprout/runs/options';

export const open: (folder: string) => Promise<Dataset> = scanFolder;
export const definition: ModelDefinition = createDefinition('logistic', { height: 8, width: 8, classes: 2, seed: 0 });
await using pool = await createImagePool({ workers: 0 });
const onEvent = (event: RunEvent): void => void event.type;
export const run: Promise<TrainResult | undefined> = train({ folder: 'nowhere', epochs: LIMITS.epochs.least }, { onEvent }).catch(() => undefined);
if ((await models()).length === 0 || (await run) !== undefined) throw new Error('wrong');
const svg = await renderSvg(learningCurves([]));
if (!svg.startsWith('<svg') || parseRecipe([]).length > 0 || rngAt(0, []).uniform(0, 1) >= 1) throw new Error('wrong');
console.log('packages work', definition.weights.length, pool.constructor.name);
`;

try {
  for (const folder of packages) {
    run('npm', ['pack', '--pack-destination', project, '--silent'], join(root, folder));
    run('npx', ['publint', '--strict', folder], root);
  }
  const tarballs = readdirSync(project).filter((name) => name.endsWith('.tgz'));
  for (const name of tarballs.filter((tarball) => !tarball.includes('cli'))) {
    run('npx', ['attw', join(project, name), '--profile', 'esm-only'], root);
  }
  writeFileSync(
    join(project, 'package.json'),
    '{ "name": "user", "private": true, "type": "module" }',
  );
  run(
    'npm',
    [
      'install',
      '--no-audit',
      '--no-fund',
      ...tarballs.map((name) => `./${name}`),
      'typescript@6.0.3',
      '@types/node@20',
    ],
    project,
  );
  writeFileSync(join(project, 'use.ts'), USE);
  for (const [module, resolution] of [
    ['preserve', 'bundler'],
    ['nodenext', 'nodenext'],
  ]) {
    run(
      'npx',
      [
        'tsc',
        '--strict',
        '--target',
        'es2023',
        '--lib',
        'es2023,esnext.disposable',
        '--types',
        'node',
        '--module',
        module,
        '--moduleResolution',
        resolution,
        '--skipLibCheck',
        'use.ts',
        '--outDir',
        'out',
      ],
      project,
    );
    console.log(`type-checked under ${resolution}`);
  }
  for (const name of ['core', 'imgproc', 'viz', 'train', 'runs']) checkDeclarations(name);
  run('node', ['out/use.js'], project); // the output of the last resolution, nodenext
  run('npx', ['sprout', '--version'], project);
} finally {
  rmSync(project, { recursive: true, force: true });
}

/** Type-checks a program that imports a package, with the declarations of the package and its dependencies. */
function checkDeclarations(name) {
  const file = `declarations-${name}.ts`;
  writeFileSync(
    join(project, file),
    `import * as all from '@sprout/${name}';\nexport const names = Object.keys(all);\n`,
  );
  const options =
    '--noEmit --strict --target es2023 --lib es2023,esnext.disposable,dom --types node';
  const resolution = '--module nodenext --moduleResolution nodenext --pretty false';
  let printed = '';
  try {
    execFileSync('npx', ['tsc', ...`${options} ${resolution}`.split(' '), file], {
      cwd: project,
      encoding: 'utf8',
    });
  } catch (error) {
    printed = error.stdout;
  }
  const files = [...printed.matchAll(/^(\S+)\(\d+,\d+\): error/gm)].map(([, path]) => path);
  const ofDependencies = /node_modules\/(@tensorflow|@webgpu)\/|typescript\/lib\/lib\.dom/;
  const allowed = name === 'train' || name === 'runs';
  const wrong = files.filter((path) => !allowed || !ofDependencies.test(path));
  if (wrong.length > 0 || (printed !== '' && files.length === 0)) {
    console.error(printed);
    throw new Error(`the declarations of @sprout/${name} have errors: ${wrong.join(', ')}`);
  }
  console.log(`declarations of @sprout/${name}: ${files.length} errors, all of dependencies`);
}

function run(command, args, cwd) {
  try {
    const printed = execFileSync(command, args, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (command === 'node') process.stdout.write(printed);
  } catch (error) {
    console.error(
      `${command} ${args.join(' ')} failed in ${cwd}\n${error.stdout}\n${error.stderr}`,
    );
    process.exitCode = 1;
    throw error;
  }
}
