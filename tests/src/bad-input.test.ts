import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import {
  chmod,
  copyFile,
  mkdir,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedData } from '../../tools/shared-data.ts';
import { sproutProcess } from './support/sprout-process.ts';
import { sprout, sproutJson } from './support/sprout.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let clean: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  clean = join(folder.path, 'clean');
  await sproutJson(['sample', clean, '--classes', '2', '--images', '8', '--size', '32']);
}, 240_000);

afterAll(() => folder[Symbol.asyncDispose]());

/** A copy of the clean data set with more files, by their contents, in its first class. */
async function spoiled(
  name: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const copy = join(folder.path, name);
  await copyTree(clean, copy);
  const [first = ''] = await classesOf(copy);
  for (const [file, content] of Object.entries(files))
    await writeFile(join(copy, first, file), content);
  return copy;
}

async function copyTree(from: string, to: string): Promise<void> {
  for (const className of await classesOf(from)) {
    await mkdir(join(to, className), { recursive: true });
    for (const file of await readdir(join(from, className)))
      await copyFile(join(from, className, file), join(to, className, file));
  }
}

async function classesOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function trainCommand(path: string, name: string, ...options: string[]): string[] {
  const base = [
    'train',
    path,
    '--model',
    'logistic',
    '--size',
    '16x16',
    '--epochs',
    '2',
    '--validation',
    '2',
  ];
  return [...base, '--runs', join(folder.path, 'runs'), '--name', name, '--json', ...options];
}

function train(...command: Parameters<typeof trainCommand>) {
  return sprout(trainCommand(...command));
}

const HUGE_PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200007530000075300802000000', 'hex');

describe('bad images', () => {
  const files = {
    'empty.png': '',
    'page.jpg': '<!doctype html><title>404</title>',
    'notes.jpg': 'not an image at all',
    'drawing.png': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'paper.jpg': '%PDF-1.7\n',
    'huge.png': HUGE_PNG,
  };

  test('end the training with exit code 3, after all were checked', async () => {
    const command = trainCommand(await spoiled('failing', files), 'failing');
    const ended = await sproutProcess(command);
    expect(ended.code).toBe(3);
    expect(ended.stderr).toContain('6 of 22 images cannot be used');
    expect(ended.stdout).toBe('');
  });

  test('are left out with --on-bad skip, and listed with their reasons in the report', async () => {
    const ended = await train(await spoiled('skipping', files), 'skipping', '--on-bad', 'skip');
    expect(ended.code).toBe(0);
    const result = JSON.parse(ended.stdout) as {
      run: string;
      loss: number;
      samples: { bad: number };
    };
    expect(result.samples.bad).toBe(6);
    expect(result.loss).toBeGreaterThan(0);
    const report = await readFile(join(result.run, 'report.html'), 'utf8');
    for (const file of Object.keys(files)) expect(report).toContain(file);
  });

  test('are listed by inspect', async () => {
    const health = await sproutJson<{ bad: { id: string; reason: string }[] }>([
      'inspect',
      await spoiled('inspected', files),
    ]);
    expect(health.bad).toHaveLength(6);
    for (const { id, reason } of health.bad) expect(reason).toContain(id.split('/')[1]);
  });
});

test('an image with a wrong extension is read, and inspect reports it', async () => {
  const [first = ''] = await classesOf(clean);
  const [file = ''] = await readdir(join(clean, first));
  const path = await spoiled('renamed', {
    'really-a-png.jpg': await readFile(join(clean, first, file)),
  });
  const health = await sproutJson<{ wrongExtensions: unknown[]; duplicates: unknown[] }>([
    'inspect',
    path,
  ]);
  expect(health.wrongExtensions).toHaveLength(1);
  expect(health.duplicates).toHaveLength(1);
});

test.skipIf(sharedData('png-suite') === undefined)(
  'every broken PNG of the suite is a bad image (needs ../shared/data/png-suite)',
  async () => {
    const suite = join(folder.path, 'suite');
    await copyTree(sharedData('png-suite')!, suite);
    const health = await sproutJson<{ images: number; bad: { id: string }[] }>(
      ['inspect', suite, '--workers', '1'],
      sproutProcess,
    );
    const broken = (await readdir(join(suite, 'pngsuite'))).filter(
      (name) => name.startsWith('x') && name.endsWith('.png'),
    );
    const bad = new Set(health.bad.map(({ id }) => id));
    expect(broken.filter((name) => !bad.has(`pngsuite/${name}`))).toEqual([]);
    expect(health.images).toBeGreaterThan(100);
  },
);

describe('folders that are not data sets', () => {
  test.each([
    ['an empty folder', [], 3, 'holds no images in class folders'],
    ['a folder with one class', ['Maize/1.png'], 3, 'at least two'],
  ])('%s', async (name, files, code, message) => {
    const path = join(folder.path, name);
    await mkdir(path, { recursive: true });
    for (const file of files) {
      await mkdir(join(path, file, '..'), { recursive: true });
      await writeFile(join(path, file), HUGE_PNG);
    }
    const ended = await train(path, 'none');
    expect(ended).toMatchObject({ code, stderr: expect.stringContaining(message) as string });
  });

  test('a missing folder', async () => {
    expect(await train(join(folder.path, 'nowhere'), 'none')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('There is no folder') as string,
    });
  });

  test('a class with too few images for the validation, before any image is read', async () => {
    const ended = await train(clean, 'none', '--validation', '8');
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(
      /Class ".+" has 8 images; 8 for validation leave none for training/,
    );
  });
});

test('a class with only bad images is an error, also with --on-bad skip', async () => {
  const path = join(folder.path, 'lost-class');
  await copyTree(clean, path);
  const [first = ''] = await classesOf(path);
  for (const file of await readdir(join(path, first))) await writeFile(join(path, first, file), '');
  const ended = await train(path, 'lost-class', '--on-bad', 'skip');
  expect(ended.code).toBe(3);
  expect(ended.stderr).toContain(`None of the 8 images of class "${first}" can be used`);
});

test('a broken link is an error, or a warning with --on-bad skip', async () => {
  const path = join(folder.path, 'broken-link');
  await copyTree(clean, path);
  const [first = ''] = await classesOf(path);
  await symlink('nowhere.png', join(path, first, 'link.png'));
  const failed = await train(path, 'broken-link');
  expect(failed.code).toBe(3);
  expect(failed.stderr).toContain(`${first}/link.png is left out: a link that cannot be followed`);
  const skipped = await train(path, 'broken-link', '--on-bad', 'skip', '--quiet');
  expect(skipped.code).toBe(0);
  expect(skipped.stderr).toContain(`warning: ${first}/link.png is left out`);
});

test('a loss of NaN ends the training', async () => {
  const steep = [
    '--model',
    'small-cnn',
    '--set',
    'train.optimiser={name: sgd, learningRate: 1.0e6}',
  ];
  const ended = await train(clean, 'steep', ...steep, '--size', '32', '--epochs', '4');
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/error: The loss became NaN in epoch \d, step \d; /);
});

test('groups that leave no image for validation are an error', async () => {
  const ended = await train(clean, 'one-group', '--set', 'data.groupBy=^[^/]+');
  expect(ended.code).toBe(3);
  expect(ended.stderr).toBe(
    'error: No images are left for validation: no group can be held back without all of a class\n',
  );
});

test('unusual class names are preserved, and the report runs no script', async () => {
  const names = [
    'Shepherd’s Purse',
    '🌱 emoji',
    '__proto__',
    'constructor',
    '<img src=x onerror=alert(1)>',
    '-leading',
    'with, "quotes"',
  ];
  const path = join(folder.path, 'names');
  const [first = ''] = await classesOf(clean);
  for (const name of names) {
    await mkdir(join(path, name, 'nested'), { recursive: true });
    for (const file of await readdir(join(clean, first)))
      await copyFile(join(clean, first, file), join(path, name, 'nested', file));
    await writeFile(join(path, name, '.DS_Store'), 'x');
  }
  const ended = await train(path, 'names');
  expect(ended.code).toBe(0);
  const { run, classes } = JSON.parse(ended.stdout) as { run: string; classes: number };
  expect(classes).toBe(names.length);
  const record = JSON.parse(await readFile(join(run, 'run.json'), 'utf8')) as { classes: string[] };
  expect(new Set(record.classes)).toEqual(new Set(names));
  expect(await readFile(join(run, 'report.html'), 'utf8')).not.toContain('<img src=x');
  const predicted = await sprout(['predict', run, path, '--json', '--quiet']);
  expect(predicted.stdout.trim().split('\n')).toHaveLength(names.length * 8);
});

describe('configuration', () => {
  test.each([
    ['train.batchSize=0', 'train.batchSize'],
    ['train.batchSize=many', 'train.batchSize'],
    ['train.optimiser={name: adm}', 'train.optimiser'],
    ['__proto__.polluted=1', '__proto__'],
    ['constructor.prototype.polluted=1', 'constructor'],
    ['augment=[{op: rotate, degreees: [0, 1]}]', 'did you mean "degrees"'],
  ])('%s is refused, with the field in the message', async (setting, message) => {
    const ended = await train(clean, 'none', '--set', setting);
    expect([2, 65]).toContain(ended.code);
    expect(ended.stderr).toContain(message);
  });

  test('a list instead of sections, and unknown names', async () => {
    const list = join(folder.path, 'list.yaml');
    await writeFile(list, '- { op: median, size: 3 }');
    const noSections = await train(clean, 'no-sections', '--config', list);
    expect(noSections).toMatchObject({ code: 65, stderr: expect.stringContaining('not a list') });
    const adma = await train(clean, 'adma', '--set', 'train.optimiser={name: adma}');
    expect(adma.stderr).toContain('did you mean "adam"?');
    const nam = await train(clean, 'nam', '--set', 'model.nam=logistic', '--print-config');
    expect(nam).toMatchObject({ code: 65, stderr: expect.stringContaining('unknown key "nam"') });
  });

  test('a file that is not YAML, and a missing file', async () => {
    const file = join(folder.path, 'broken.yaml');
    await writeFile(file, 'train: [epochs: {');
    expect(await train(clean, 'none', '--config', file)).toMatchObject({ code: 65 });
    expect(await train(clean, 'none', '--config', join(folder.path, 'none.yaml'))).toMatchObject({
      code: 2,
    });
  });
});

describe('disks', () => {
  test.skipIf(process.getuid?.() === 0)(
    'a folder for runs that is not writable gives 74 (not as root)',
    async () => {
      const runs = join(folder.path, 'read-only');
      await mkdir(runs);
      await chmod(runs, 0o500);
      expect(await train(clean, 'run', '--runs', runs)).toMatchObject({ code: 74 });
    },
  );

  test('a file instead of the folder for runs gives 74', async () => {
    const runs = join(folder.path, 'a-file');
    await writeFile(runs, '');
    expect(await train(clean, 'run', '--runs', runs, '--no-cache')).toMatchObject({ code: 74 });
  });

  test.skipIf(!canMount())(
    'a folder for runs on a read-only disk gives 74 (needs the right to mount)',
    async () => {
      await using disk = await mountDisk('read-only-disk', 'ro');
      expect(await train(clean, 'run', '--runs', disk.path, '--no-cache')).toMatchObject({
        code: 74,
        stderr: expect.stringContaining(disk.path) as string,
      });
    },
  );

  test.skipIf(!canMount())(
    'a full disk gives 74 and leaves the previous checkpoint, from which the run resumes (needs the right to mount)',
    { timeout: 120_000 },
    async () => {
      await using disk = await mountDisk('small-disk', 'size=4m');
      const filler = join(disk.path, 'filler');
      const often = ['--epochs', '40', '--set', 'train.checkpointSeconds=0'];
      const command = trainCommand(clean, 'full', '--runs', disk.path, '--no-cache', ...often);
      const ended = await sproutProcess(command, {
        onStart: (child) => {
          child.stderr?.on('data', (text: string) => {
            if (/epoch +2\/40/.test(text)) fill(filler);
          });
        },
      });
      expect(ended).toMatchObject({
        code: 74,
        stderr: expect.stringContaining('Cannot write') as string,
      });
      const left = await readdir(disk.path, { recursive: true });
      expect(left.filter((name) => /\.tmp|temporary/i.test(name))).toEqual([]);
      await rm(filler);
      const resumed = await sprout(['train', '--resume', join(disk.path, 'full')]);
      expect(resumed).toMatchObject({ code: 0 });
      const metrics = await readFile(join(disk.path, 'full', 'metrics.csv'), 'utf8');
      expect(metrics.trim().split(/\r?\n/)).toHaveLength(1 + 40);
    },
  );
});

/** Mounts a disk in memory. Disposing of it unmounts it. */
async function mountDisk(
  name: string,
  options: string,
): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = join(folder.path, name);
  await mkdir(path);
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path]);
  return {
    path,
    [Symbol.asyncDispose]: async () => {
      execFileSync('umount', [path]);
      await rm(path, { recursive: true });
    },
  };
}

/** Fills the disk of a file. */
function fill(file: string): void {
  const block = new Uint8Array(4096);
  try {
    for (;;) appendFileSync(file, block);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

function canMount(): boolean {
  try {
    execFileSync('unshare', ['-m', 'true'], { stdio: 'ignore' });
    return process.getuid?.() === 0;
  } catch {
    return false;
  }
}

test('prepare says how many images it left out', async () => {
  const path = await spoiled('left-out', { 'one.png': 'no image', 'two.png': '' });
  const recipe = join(folder.path, 'recipe.json');
  await writeFile(recipe, '[{"op":"resize","height":8,"width":8}]');
  const out = join(folder.path, 'left-out-prepared');
  const options = ['--recipe', recipe, '--on-bad', 'skip'];
  const { code, stdout, stderr } = await sprout(['prepare', path, out, ...options]);
  expect(code).toBe(0);
  expect(stdout).toContain('16 prepared images');
  expect(stderr).toContain('2 images are left out, as unusable');
});
