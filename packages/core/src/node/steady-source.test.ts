import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fakeSource } from '../../test/fake-source.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { writeFiles } from '../../test/write-files.ts';
import { steadySource } from './steady-source.ts';

test('a file that was changed or deleted is refused', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, ['a.png', 'b.png']);
  const [a, b] = ['a.png', 'b.png'].map((id) => ({ id, path: join(folder, id), label: 0 }));
  const inner = fakeSource();
  const source = steadySource(inner);
  for (let epoch = 0; epoch < 2; epoch++) {
    using lent = await source.prepare([a!, b!], []);
    expect(lent.bad).toEqual([]);
  }
  await writeFile(a!.path, 'another picture');
  await rm(b!.path);
  await expect(source.prepare([a!], [])).rejects.toThrow(
    `Cannot read ${a!.path}: it was changed since it was first read`,
  );
  await expect(source.prepare([b!], [])).rejects.toThrow(`Cannot read ${b!.path}: it is gone`);
  const options = { recipe: [], augment: [{ op: 'flip-horizontal' }], seed: 0, epoch: 0 };
  await expect(source.render([a!], options)).rejects.toThrow('it was changed');
  expect(inner.lent()).toBe(0);
});

test('a file that never existed is left to the source', async () => {
  const sample = { id: 'no.png', path: join(await temporaryFolder(), 'no.png'), label: 0 };
  const source = steadySource(fakeSource({ isBad: () => true }));
  using lent = await source.prepare([sample], []);
  expect(lent.bad).toHaveLength(1);
});
