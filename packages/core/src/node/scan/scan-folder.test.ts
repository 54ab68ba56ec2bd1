import { execFileSync } from 'node:child_process';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { getuid, platform } from 'node:process';
import { expect, test } from 'vitest';
import { idsOf } from '../../../test/make-dataset.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { writeFiles } from '../../../test/write-files.ts';
import { scanFolder } from './scan-folder.ts';

const isWindows = platform === 'win32';

test('makes each sub-folder a class, in code-point order, with its files at any depth', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, [
    'b/2.png',
    'b/10.png',
    'a/deep/er/x.JPG',
    'a/deep-x.png',
    'a/deep.webp',
    'Z/1.tiff',
  ]);
  const { classes, samples, skipped, warnings } = await scanFolder(folder);
  expect(classes).toEqual(['Z', 'a', 'b']);
  expect(idsOf(samples)).toEqual([
    'Z/1.tiff',
    'a/deep-x.png',
    'a/deep.webp',
    'a/deep/er/x.JPG',
    'b/10.png',
    'b/2.png',
  ]);
  expect(samples.at(3)).toEqual({
    id: 'a/deep/er/x.JPG',
    path: join(folder, 'a/deep/er/x.JPG'),
    label: 1,
  });
  expect([skipped, warnings]).toEqual([[], []]);
});

test('ignores hidden files and folders', async () => {
  const folder = await temporaryFolder();
  const hidden = [
    '.git/1.png',
    '.DS_Store',
    'a/.ipynb_checkpoints/1.png',
    'a/.x.png',
    'a/Thumbs.db',
    '__MACOSX/a/1.png',
  ];
  await writeFiles(folder, ['a/1.png', 'b/1.png', ...hidden]);
  const { samples, skipped } = await scanFolder(folder);
  expect(idsOf(samples)).toEqual(['a/1.png', 'b/1.png']);
  expect(skipped).toEqual([]);
});

test('lists the paths that it leaves out, with the reason', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, ['a/1.png', 'a/notes.txt', 'a/png', 'b/1.png', 'README.md', 'top.png']);
  const { skipped } = await scanFolder(folder);
  expect(skipped).toEqual([
    { path: 'README.md', reason: 'not in a class folder' },
    { path: 'a/notes.txt', reason: 'not an image extension' },
    { path: 'a/png', reason: 'not an image' },
    { path: 'top.png', reason: 'not in a class folder' },
  ]);
});

test('reads a file without an extension by its first bytes', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, ['a/1.JFIF', 'b/1.jpe', 'b/2.HEIC']);
  await writeFile(join(folder, 'a/LICENSE'), 'MIT');
  await writeFile(join(folder, 'a/IMG_1'), Buffer.of(0xff, 0xd8, 0xff, 0xe0));
  const { samples, skipped } = await scanFolder(folder);
  expect(idsOf(samples)).toEqual(['a/1.JFIF', 'a/IMG_1', 'b/1.jpe', 'b/2.HEIC']);
  expect(skipped).toEqual([{ path: 'a/LICENSE', reason: 'not an image' }]);
});

const NAMES = [
  '-rf',
  '__proto__',
  'constructor',
  'toString',
  'Shepherd’s Purse',
  '🌱',
  '<img onerror=alert(1)>',
  '\u202egnp',
  "a'b",
];

test.skipIf(isWindows)('accepts any name of a class or a file', async () => {
  const folder = await temporaryFolder();
  const names = [...NAMES, 'two\nlines', 'x'.repeat(250)];
  await writeFiles(
    folder,
    names.flatMap((name) => [`${name}/1.png`, `${name}/${name.slice(0, 200)}.png`]),
  );
  const { classes, samples } = await scanFolder(folder);
  expect(new Set(classes)).toEqual(new Set(names));
  expect(samples.length).toBe(2 * names.length);
  for (const { id, label } of samples) expect(id.startsWith(`${classes[label]}/`)).toBe(true);
});

test('orders classes beyond the basic plane by code point', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, ['🌱/1.png', '\uff5e/1.png']);
  expect((await scanFolder(folder)).classes).toEqual(['\uff5e', '🌱']);
});

test('keeps two names that differ only in Unicode normalisation, and warns', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, ['caf\u00e9/1.png', 'cafe\u0301/1.png']);
  const { classes, warnings } = await scanFolder(folder);
  if (classes.length === 1) return; // this file system normalises names
  expect(warnings).toEqual([{ type: 'twin-classes', classNames: ['cafe\u0301', 'caf\u00e9'] }]);
});

test('leaves a class without images out of the class map, and warns', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, ['a/1.png', 'c/1.png', 'b/notes.txt']);
  await mkdir(join(folder, 'd/e'), { recursive: true });
  const { classes, samples, warnings } = await scanFolder(folder);
  expect(classes).toEqual(['a', 'c']);
  expect(samples.at(1)).toMatchObject({ id: 'c/1.png', label: 1 });
  expect(warnings).toEqual([
    { type: 'class-without-images', className: 'b' },
    { type: 'class-without-images', className: 'd' },
  ]);
});

test('reads a folder whose name looks like that of an image', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, ['a/x.jpg/1.png', 'b/1.png']);
  expect(idsOf((await scanFolder(folder)).samples)).toEqual(['a/x.jpg/1.png', 'b/1.png']);
});

test.skipIf(isWindows)('follows links inside the folder, and only those', async () => {
  const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
  await writeFiles(folder, ['a/1.png', 'b/1.png']);
  await writeFiles(elsewhere, ['out.png']);
  await symlink('../b/1.png', join(folder, 'a/link.png'));
  await symlink('b', join(folder, 'linked'));
  await symlink(elsewhere, join(folder, 'a/out'));
  await symlink(join(elsewhere, 'out.png'), join(folder, 'a/out.png'));
  await symlink('nowhere.png', join(folder, 'a/broken.png'));
  const { samples, skipped } = await scanFolder(folder);
  expect(idsOf(samples)).toEqual(['a/1.png', 'a/link.png', 'b/1.png', 'linked/1.png']);
  expect(skipped).toEqual([
    {
      path: 'a/broken.png',
      reason: 'a link that cannot be followed: it does not exist',
      unreachable: true,
    },
    { path: 'a/out', reason: 'a link that leads out of the folder', outside: 'folder' },
    { path: 'a/out.png', reason: 'a link that leads out of the folder', outside: 'file' },
  ]);
  const followed = await scanFolder(folder, { followOutside: true });
  expect(idsOf(followed.samples)).toContain('a/out/out.png');
});

test.skipIf(isWindows)(
  'warns of classes and images behind links that it does not follow',
  async () => {
    const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
    await writeFiles(elsewhere, ['1.png', 'deep/2.png']);
    await symlink(elsewhere, join(folder, 'oak'));
    await symlink('nowhere', join(folder, 'gone'));
    await expect(scanFolder(folder)).rejects.toThrow(
      'holds no images in class folders; links that lead out of it were not followed (1)',
    );
    await writeFiles(folder, ['a/1.png', 'b/1.png']);
    await symlink(join(elsewhere, 'deep'), join(folder, 'b/deep'));
    await symlink(join(elsewhere, '1.png'), join(folder, 'b/out.png'));
    const { classes, warnings } = await scanFolder(folder);
    expect(classes).toEqual(['a', 'b']);
    expect(warnings).toEqual([
      { type: 'class-not-followed', className: 'oak' },
      { type: 'links-not-followed', count: 2, first: 'b/deep' },
    ]);
    const followed = await scanFolder(folder, { followOutside: true });
    expect(followed.warnings).toEqual([]);
    expect(idsOf(followed.samples)).toEqual([
      'a/1.png',
      'b/1.png',
      'b/deep/2.png',
      'b/out.png',
      'oak/1.png',
      'oak/deep/2.png',
    ]);
  },
);

test.skipIf(isWindows)('ends although links outside lead in a circle', async () => {
  const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
  await writeFiles(folder, ['a/1.png', 'b/1.png']);
  await writeFiles(elsewhere, ['3.png']);
  await symlink(elsewhere, join(folder, 'a/out'));
  await symlink(elsewhere, join(elsewhere, 'self'));
  await symlink(folder, join(elsewhere, 'back'));
  const { samples } = await scanFolder(folder, { followOutside: true });
  expect(idsOf(samples)).toEqual(['a/1.png', 'a/out/3.png', 'b/1.png']);
});

test.skipIf(isWindows)('ends although links lead in a circle', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, ['a/1.png', 'a/deep/2.png', 'b/1.png']);
  await symlink('..', join(folder, 'a/deep/up'));
  await symlink('../..', join(folder, 'a/deep/root'));
  await symlink('self', join(folder, 'a/self'));
  const { samples, skipped } = await scanFolder(folder);
  expect(idsOf(samples)).toEqual(['a/1.png', 'a/deep/2.png', 'b/1.png']);
  expect(skipped.map(({ path }) => path)).toEqual(['a/deep/root', 'a/deep/up', 'a/self']);
});

test.skipIf(isWindows)('lists pipes and sockets without opening them', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, ['a/1.png', 'b/1.png']);
  execFileSync('mkfifo', [join(folder, 'a/pipe.png')]);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(join(folder, 'a/s.png'), resolve));
  const { samples, skipped } = await scanFolder(folder);
  server.close();
  expect(samples.length).toBe(2);
  expect(skipped).toEqual([
    { path: 'a/pipe.png', reason: 'a FIFO, not a regular file' },
    { path: 'a/s.png', reason: 'a socket, not a regular file' },
  ]);
});

test.skipIf(isWindows || getuid?.() === 0)(
  'lists a folder that may not be read (not as root)',
  async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, ['a/1.png', 'b/1.png', 'b/secret/2.png']);
    await chmod(join(folder, 'b/secret'), 0);
    const { samples, skipped } = await scanFolder(folder);
    await chmod(join(folder, 'b/secret'), 0o700);
    expect(samples.length).toBe(2);
    expect(skipped).toEqual([
      { path: 'b/secret', reason: 'cannot be read: permission denied', unreachable: true },
    ]);
  },
);

test.skipIf(platform !== 'linux')('lists names that are not UTF-8', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, ['a/1.png', 'b/1.png', 'b/\ufffd.png']);
  await writeFile(
    Buffer.concat([Buffer.from(`${folder}/a/`), Buffer.of(0xff), Buffer.from('.png')]),
    'x',
  );
  const { samples, skipped } = await scanFolder(folder);
  expect(idsOf(samples)).toEqual(['a/1.png', 'b/1.png', 'b/\ufffd.png']);
  expect(skipped).toEqual([
    { path: 'a/\ufffd.png', reason: 'its name is not valid UTF-8', unreachable: true },
  ]);
});

test('reads a folder that is divided already, and joins the classes by name', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, ['Train/b/1.png', 'Train/a/1.png', 'val/b/1.png', 'val/c/deep/1.png']);
  await writeFiles(folder, ['test/1.png', 'notes/read.txt', 'val/readme.txt']);
  const { classes, samples, parts, skipped, warnings } = await scanFolder(folder);
  expect(parts).toEqual({ training: 'Train', validation: 'val', test: 'test' });
  expect(classes).toEqual(['a', 'b', 'c']);
  expect(Array.from(samples, ({ id, label }) => [id, label])).toEqual([
    ['Train/a/1.png', 0],
    ['Train/b/1.png', 1],
    ['val/b/1.png', 1],
    ['val/c/deep/1.png', 2],
  ]);
  expect(skipped).toEqual([{ path: 'val/readme.txt', reason: 'not in a class folder' }]);
  expect(warnings).toEqual([
    { type: 'class-not-in-part', className: 'a', part: 'val' },
    { type: 'class-not-in-part', className: 'c', part: 'Train' },
  ]);
});

test('labels by a given class map', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, ['b/1.png', 'd/1.png']);
  const { classes, samples } = await scanFolder(folder, { classes: ['a', 'b', 'c', 'd'] });
  expect(classes).toEqual(['a', 'b', 'c', 'd']);
  expect(Array.from(samples, ({ label }) => label)).toEqual([1, 3]);
  await expect(scanFolder(folder, { classes: ['a', 'b'] })).rejects.toMatchObject({
    code: 'classes-unknown',
    context: { source: folder, names: ['d'], known: ['a', 'b'] },
  });
});

test('reports a folder that is missing, empty or has too few classes', async () => {
  const folder = await temporaryFolder();
  await expect(scanFolder(join(folder, 'nowhere'))).rejects.toMatchObject({
    code: 'folder-missing',
  });
  await expect(scanFolder(folder)).rejects.toMatchObject({ code: 'folder-empty' });
  await writeFiles(folder, ['1.png', '2.jpg', 'notes.txt']);
  await expect(scanFolder(folder)).rejects.toMatchObject({
    code: 'folder-empty',
    context: { direct: 2 },
  });
  await writeFiles(folder, ['a/1.png', 'b/notes.txt']);
  await expect(scanFolder(join(folder, 'a/1.png'))).rejects.toMatchObject({
    code: 'folder-missing',
  });
  await expect(scanFolder(folder)).rejects.toMatchObject({
    code: 'folder-without-classes',
    context: { classes: 1 },
  });
  expect((await scanFolder(folder, { minimumClasses: 1 })).classes).toEqual(['a']);
});

test('stated parts are read, with any names and at any depth, and nothing else', async () => {
  const folder = await temporaryFolder();
  const files = [
    'spring/a/1.png',
    'spring/b/1.png',
    'field/autumn/a/2.png',
    'runs/c/3.png',
    'x.txt',
  ];
  await writeFiles(folder, files);
  const stated = { training: 'spring', validation: 'field/autumn' };
  const { classes, samples, parts, skipped, warnings } = await scanFolder(folder, {
    parts: stated,
  });
  expect(classes).toEqual(['a', 'b']);
  expect(idsOf(samples)).toEqual(['spring/a/1.png', 'field/autumn/a/2.png', 'spring/b/1.png']);
  expect([parts, skipped]).toEqual([stated, []]);
  expect(warnings).toEqual([{ type: 'class-not-in-part', className: 'b', part: 'field/autumn' }]);
});

test('a class that only the validation part has is an error where parts are stated', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, ['one/a/1.png', 'one/b/1.png', 'two/a/2.png', 'two/c/2.png']);
  const parts = { training: 'one', validation: 'two' };
  await expect(scanFolder(folder, { parts })).rejects.toMatchObject({
    code: 'class-map-differs',
    context: { className: 'c' },
  });
});
