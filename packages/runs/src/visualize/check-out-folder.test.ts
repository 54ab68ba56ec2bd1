import { expect, test } from 'vitest';
import { checkOutFolder } from './check-out-folder.ts';

test.each(['class.png', '../a/b.JPEG', 'x.webp'])('%s is the name of a file', (out) => {
  expect(() => checkOutFolder(out)).toThrow(
    `out must be the name of a folder, because several files are written into it; received ${out}`,
  );
});

test.each([undefined, 'pictures', 'a.png/b', 'v1.2', 'png'])('%s is taken', (out) => {
  expect(() => checkOutFolder(out)).not.toThrow();
});
