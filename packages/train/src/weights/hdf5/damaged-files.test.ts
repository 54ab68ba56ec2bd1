import { isSproutError } from '@sprout/core';
import { expect, test } from 'vitest';
import { weightsFixture } from '../../../fixtures/weights.ts';
import { readWeights } from '../read/read-weights.ts';

const whole = weightsFixture('forms.h5');

/** The file with some bytes written over others. */
function changed(at: number, ...bytes: number[]): Uint8Array {
  const copy = whole.slice();
  copy.set(bytes, at);
  return copy;
}

const addressBytes = (address: number) => [
  ...new Uint8Array(BigUint64Array.of(BigInt(address)).buffer),
];

test('a file with a changed byte is read or refused, and nothing else happens', async () => {
  for (let at = 0; at < whole.length; at += 5) {
    const outcome = await readWeights(changed(at, 255 - whole[at]!), 'x.h5').catch(
      (error: unknown) => error,
    );
    const isExpected = !(outcome instanceof Error) || isSproutError(outcome, 'file-invalid');
    expect(isExpected, `byte ${at}: ${String(outcome)}`).toBe(true);
  }
});

test('a tree whose node is its own child is refused', async () => {
  const at = Buffer.from(whole).indexOf('TREE');
  const cyclic = changed(at + 5, 1); // a level above the leaves
  cyclic.set(addressBytes(at), at + 24 + 8);
  await expect(readWeights(cyclic, 'x.h5')).rejects.toThrow(/it has a tree with/);
});

test('an object header that continues in itself is refused', async () => {
  const header = Number(new DataView(whole.buffer).getBigUint64(64, true)); // the root group, in superblock 0
  const first = header + 16;
  const [size] = new Uint32Array(whole.slice(header + 8, header + 12).buffer);
  const message = [0x10, 0, 16, 0, 0, 0, 0, 0, ...addressBytes(first), ...addressBytes(size ?? 0)];
  await expect(readWeights(changed(first, ...message), 'x.h5')).rejects.toThrow(
    `its object header at ${header} continues in a cycle at ${first}`,
  );
});

test('a superblock that ends elsewhere is refused', async () => {
  await expect(readWeights(changed(40, ...addressBytes(whole.length + 1)), 'x.h5')).rejects.toThrow(
    `it is truncated: ${whole.length} bytes of ${whole.length + 1}`,
  );
  await expect(readWeights(changed(40, ...addressBytes(100)), 'x.h5')).rejects.toThrow(
    `it has ${whole.length - 100} bytes after its end at 100`,
  );
});
