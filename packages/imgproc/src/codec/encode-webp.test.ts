import { expect, test } from 'vitest';
import { decode } from './decode.ts';
import { encodeWebp } from './encode-webp.ts';

test('an encoded picture has nearly the same pixels', async () => {
  const colours = [200, 30, 60];
  const data = Uint8Array.from({ length: 16 * 16 * 3 }, (_, at) => colours[at % 3]!);
  const decoded = await decode(await encodeWebp({ height: 16, width: 16, channels: 3, data }), 'a');
  expect(decoded).toMatchObject({ height: 16, width: 16, channels: 3 });
  for (const [at, value] of decoded.data.entries())
    expect(Math.abs(value - colours[at % 3]!)).toBeLessThan(6);
});

test('grey images are refused', async () => {
  const grey = { height: 1, width: 1, channels: 1, data: Uint8Array.of(1) };
  await expect(encodeWebp(grey)).rejects.toMatchObject({ code: 'shape-mismatch' });
});
