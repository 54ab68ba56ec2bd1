import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { checkOutside } from './check-outside.ts';

test.each(['elsewhere', '.', '..', 'photos-2', '..photos', '/'])(
  '%s is not inside',
  async (out) => {
    await expect(checkOutside('photos', out, { option: 'out' })).resolves.toBeUndefined();
  },
);

test.each(['photos', './photos', 'photos/', 'photos/oak', 'photos/..x', 'elsewhere/../photos/x'])(
  '%s is inside',
  async (out) => {
    await expect(checkOutside('photos', out, { option: 'out' })).rejects.toThrow(
      `out must be outside of photos; received ${out}`,
    );
  },
);

test('the error has the value that the caller gives', async () => {
  const options = { option: 'runs', value: 'nothing' };
  await expect(checkOutside('.', 'runs', options)).rejects.toThrow(
    'runs must be outside of .; received nothing',
  );
});

test('links are followed', async () => {
  await using folder = await temporaryFolder();
  const photos = join(folder.path, 'photos');
  await mkdir(photos);
  await symlink(photos, join(folder.path, 'album'));
  await expect(
    checkOutside(photos, join(folder.path, 'album', 'runs'), { option: 'runs' }),
  ).rejects.toMatchObject({ code: 'option-invalid' });
});
