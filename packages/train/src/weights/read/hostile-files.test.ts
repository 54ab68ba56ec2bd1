import { isSproutError } from '@sprout/core';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { expectedWeights, weightsFixture } from '../../../fixtures/weights.ts';
import { makeZip } from '../../../../../tools/make-zip.ts';
import { npyBytes, npyFloats } from '../../../test/npy-bytes.ts';
import { readWeights, type ReadWeightsOptions } from './read-weights.ts';

const FILE = 'x.weights';
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** The reason why a file is refused; any other outcome fails. */
async function reasonFor(bytes: Uint8Array, options?: ReadWeightsOptions): Promise<string> {
  const outcome = await readWeights(bytes, FILE, options).catch((error: unknown) => error);
  if (isSproutError(outcome, 'file-invalid') && outcome.message.startsWith(FILE))
    return outcome.context.reason;
  throw new Error('not refused', { cause: outcome });
}

describe('a file is refused, with its name and the reason,', () => {
  test.each(Object.keys(expectedWeights))('if it is %s, truncated', async (name) => {
    const whole = weightsFixture(name);
    for (let part = 0; part < 64; part++) {
      const length = Math.floor((whole.length * part) / 64);
      expect(await reasonFor(whole.subarray(0, length))).not.toBe('');
    }
    expect(await reasonFor(whole.subarray(0, -1))).not.toBe('');
  });

  test.each(Object.keys(expectedWeights))('if it is %s with one more byte', async (name) => {
    expect(await reasonFor(new Uint8Array([...weightsFixture(name), 0]))).not.toBe('');
  });

  test.each([
    ['gzip', new Uint8Array(gzipSync(npyFloats(1))), 'gzip'],
    ['a web page', latin('<!DOCTYPE html><title>404</title>'), 'web page'],
    ['a pointer of Git LFS', latin('version https://git-lfs.github.com/spec/v1\noid'), 'Git LFS'],
    ['empty', latin(''), 'its format is unknown (it begins with nothing)'],
    ['an image', latin('\u0089PNG\r\n\u001a\n'), 'its format is unknown (it begins 89 50'],
  ])('if it is %s', async (_, bytes, reason) => {
    expect(await reasonFor(bytes)).toContain(reason);
  });
});

describe('HDF5:', () => {
  const folder = new URL('../../../fixtures/hostile-h5/', import.meta.url);
  const reasons: Readonly<Record<string, string>> = {
    'huge-shape': 'a/kernel has the impossible shape [1073741824, 1048576]',
    'huge-chunked': 'a/kernel has 4398046511104 bytes',
    cycle: 'it has two links to one object: a/again',
    'soft-link': 'it has a soft link kernel, which is refused',
    'external-link': 'it has an external link kernel, which is refused',
    'external-numbers': 'a/kernel has its numbers in another file, which is refused',
    text: 'a/kernel has the type text (7 bytes), which is not read',
    checksums: 'a/kernel is written with the filter 3; only deflate and shuffle are read',
    nan: 'a/kernel has the value NaN at 0; it must be finite',
    'missing-weight': 'its weight a/kernel is missing',
    'missing-layer': 'its layer b is missing',
    'doubled-layer': 'it lists the layer a twice',
    'doubled-weight': 'it lists the weight a/kernel twice',
  };

  test('each file of the fixture has a reason here', () => {
    const names = readdirSync(folder).map((name) => name.replace('.h5', ''));
    expect(names.toSorted()).toEqual(Object.keys(reasons).toSorted());
  });

  test.each(Object.entries(reasons))('%s', async (name, reason) => {
    const bytes = new Uint8Array(readFileSync(new URL(`${name}.h5`, folder)));
    expect(await reasonFor(bytes)).toContain(reason);
  });
});

describe('zip:', () => {
  const one = { name: 'a.npy', bytes: npyFloats(1, 2) };
  const zeros = new Uint8Array(64 * 2 ** 20);

  test('a sound archive is read', async () => {
    const { tensors } = await readWeights(
      makeZip([one, { ...one, name: 'b.npy', deflated: true }]),
      FILE,
    );
    expect(tensors.map(({ name, data }) => [name, ...data])).toEqual([
      ['a', 1, 2],
      ['b', 1, 2],
    ]);
  });

  test.each([
    [
      'a bomb that states its size',
      [{ ...one, bytes: zeros, deflated: true }],
      'has 67108864 bytes',
    ],
    [
      'a bomb that states less',
      [{ ...one, bytes: zeros, deflated: true, size: 100 }],
      'more than the 100 bytes',
    ],
    ['an entry that states more', [{ ...one, deflated: true, size: 10_000 }], 'it states 10000'],
    [
      'two entries at one place',
      [one, { ...one, name: 'b.npy', header: 0 }],
      'overlaps the entry before it',
    ],
    ['two entries of one name', [one, one], 'it has two entries a.npy'],
    [
      'a path that leaves the archive',
      [{ ...one, name: '../a.npy' }],
      '"../a.npy", which is not a relative path',
    ],
    ['an absolute path', [{ ...one, name: '/etc/a.npy' }], '"/etc/a.npy"'],
    ['a path of Windows', [{ ...one, name: 'c:\\a.npy' }], '"c:\\a.npy"'],
    ['a wrong checksum', [{ ...one, crc: 1 }], 'the CRC-32 of a.npy does not match'],
    ['an encrypted entry', [{ ...one, flags: 1 }], 'a.npy is encrypted'],
    ['other files', [{ ...one, name: 'photo.jpg' }], 'it is a zip archive of photo.jpg'],
  ])('%s', async (_, entries, reason) => {
    expect(await reasonFor(makeZip(entries))).toContain(reason);
  });
});

describe('NumPy:', () => {
  test('an array of objects', async () => {
    expect(await reasonFor(weightsFixture('objects.npy'))).toContain('array of Python objects');
  });

  test.each([
    ['NaN', npyFloats(1, Number.NaN), 'array has the value NaN at 1'],
    ['infinity', npyFloats(-Infinity), 'array has the value -Infinity at 0'],
    [
      'code in the header',
      npyBytes("{'descr': __import__('os').system('x')}"),
      'that NumPy does not write',
    ],
    [
      'a huge shape',
      npyBytes("{'descr': '<f4', 'fortran_order': False, 'shape': (9999999999999999,), }"),
      'impossible shape',
    ],
    [
      'more numbers than bytes',
      npyBytes("{'descr': '<f4', 'fortran_order': False, 'shape': (9999999,), }"),
      'must have 39999996 bytes; it has 0',
    ],
    [
      'complex numbers',
      npyBytes("{'descr': '<c8', 'fortran_order': False, 'shape': (), }"),
      "the type '<c8'",
    ],
    [
      'records',
      npyBytes("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }"),
      "the type [('a'",
    ],
  ])('%s', async (_, bytes, reason) => {
    expect(await reasonFor(bytes)).toContain(reason);
  });
});

describe('safetensors:', () => {
  const made = (header: string, data = 8) => {
    const bytes = new Uint8Array(8 + header.length + data);
    new DataView(bytes.buffer).setBigUint64(0, BigInt(header.length), true);
    bytes.set(latin(header), 8);
    return bytes;
  };
  const a = '"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}';

  test.each([
    [
      'a header of 2^63 bytes',
      latin('\0\0\0\0\0\0\0\u0080{}'),
      'it has the number 9223372036854776000',
    ],
    [
      'a header longer than the file',
      latin('\u0040\0\0\0\0\0\0\0{}'),
      'more than the 2 that follow',
    ],
    [
      'overlapping tensors',
      made(`{${a},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}`),
      'b is at 2 to 6; it must begin at 4',
    ],
    [
      'a gap',
      made(`{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}`),
      'a is at 4 to 8; it must begin at 0',
    ],
    ['bytes of no tensor', made(`{${a}}`), 'it has 4 bytes that belong to no tensor'],
    [
      'a name twice',
      made(`{${a},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}`),
      'must begin at 0',
    ],
    [
      'an unknown type',
      made('{"a":{"dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8]}}'),
      'a has the type F8_E4M3',
    ],
    ['a key __proto__', made(`{"__proto__":{},${a}}`), 'it has a key "__proto__"'],
    ['deep nesting', made(`{"a":${'['.repeat(100)}${']'.repeat(100)}}`), 'nested deeper than 64'],
  ])('%s', async (_, bytes, reason) => {
    expect(await reasonFor(bytes)).toContain(reason);
  });
});

describe('PyTorch:', () => {
  const HEAD =
    '\u0080\u0002\u008a\u000a\u006c\u00fc\u009c\u0046\u00f9\u0020\u006a\u00a8\u0050\u0019.\u0080\u0002M\u00e9\u0003.\u0080\u0002}X\r\0\0\0little_endian\u0088s.';
  const old = (pickle: string) => latin(`${HEAD}\u0080\u0002${pickle}`);

  test.each(['os-system.pt', 'os-system-old.pth'])('%s imports a function', async (name) => {
    expect(await reasonFor(weightsFixture(name))).toContain(
      'its pickle imports posix.system; only tensors and plain data are read',
    );
  });

  test('a sparse tensor', async () => {
    expect(await reasonFor(weightsFixture('sparse.pt'))).toContain(
      'its pickle imports torch._utils._rebuild_sparse_tensor',
    );
  });

  test.each([
    ['builtins.eval', 'cbuiltins\neval\nX\u0001\0\0\u00001\u0085R.', 'imports builtins.eval'],
    ['a name from the stack', '\u008c\u0002os\u008c\u0006system\u0093.', 'imports os.system'],
    ['a name of the prototype', 'c__proto__\nconstructor\n.', 'imports __proto__.constructor'],
    ['a class made without a call', 'ccollections\nOrderedDict\n)\u0081.', 'opcode 0x81'],
    ['the call of a text', 'X\u0001\0\0\0a)R.', 'calls a value that is not an imported name'],
    [
      'the call of a storage class',
      'ctorch\nFloatStorage\n)R.',
      'calls torch.FloatStorage with arguments',
    ],
    ['a huge integer', '\u008b\u0000\u0000\u0000\u0040.', 'an integer of 1073741824 bytes'],
    ['a text longer than the file', 'X\u00ff\u00ff\u00ff\u007fa.', 'it ends early'],
    ['a value that was not stored', 'h\u0005.', 'recalls the value 5'],
    ['a list in itself', ']q\0h\0a.', 'no dictionary of tensors'],
    ['a dictionary in itself', '}q\0X\u0005\0\0\0modelh\0s.', 'no dictionary of tensors'],
    ['a key twice', '}(K\u0001NK\u0001Nu.', 'the key 1 twice'],
    ['a million empty lists', ']'.repeat(1_000_000), 'more than 400000 opcodes'],
    ['an unknown opcode', 'I1\n.', 'the opcode 0x49'],
    ['no tensors', '}X\u0001\0\0\0aNs.', 'no dictionary of tensors'],
  ])('%s', async (_, pickle, reason) => {
    expect(await reasonFor(old(pickle))).toContain(reason);
  });

  test('a view that leaves its storage', async () => {
    const pickle =
      '}X\u0001\0\0\0actorch._utils\n_rebuild_tensor_v2\n((X\u0007\0\0\0storagectorch\nFloatStorage\nX\u0001\0\0\u00000X\u0003\0\0\0cpuK\u0002NtQK\u0001K\u0002\u0085K\u0001\u0085\u0089}tRs.\u0080\u0002]X\u0001\0\0\u00000a.';
    const bytes = latin(`${HEAD}\u0080\u0002${pickle}\u0002\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0`);
    expect(await reasonFor(bytes)).toContain(
      'a ([2], strides [1]) takes 2 numbers at 1 of a storage of 2',
    );
  });
});

describe('TensorFlow.js:', () => {
  const weight = { name: 'a/kernel', shape: [2], dtype: 'float32' };
  const model = (weights: object[], paths = ['w.bin'], more = {}) =>
    latin(JSON.stringify({ modelTopology: null, weightsManifest: [{ paths, weights }], ...more }));
  const sibling = (bytes: Uint8Array) => ({ readSibling: async () => bytes });
  const eight = sibling(new Uint8Array(8));

  test.each([
    '../w.bin',
    'a/../../w.bin',
    '/etc/passwd',
    'http://x/w.bin',
    'file:w',
    '\\w',
    '%2e%2e/w',
    '',
  ])('the path "%s", before it is read', async (path) => {
    const readSibling = () => Promise.reject(new Error('read'));
    expect(await reasonFor(model([weight], [path]), { readSibling })).toContain(
      'inside its folder',
    );
  });

  test.each([
    ['too few bytes', model([{ ...weight, shape: [3] }]), 'must have 12 bytes; they have 8'],
    ['too many bytes', model([{ ...weight, shape: [1] }]), 'must have 4 bytes; they have 8'],
    ['a huge shape', model([{ ...weight, shape: [999_999, 999_999, 999_999] }]), 'must have'],
    ['a weight twice', model([weight, weight]), 'lists the weight a/kernel twice'],
    ['a file twice', model([weight], ['w', 'w']), 'lists the file w twice'],
    ['texts', model([{ ...weight, dtype: 'string' }]), 'a/kernel has the type string'],
    ['no weights', latin('{"a": 1}'), 'it is not a model.json: weightsManifest'],
    ['a key __proto__', latin('{"__proto__": 1, "weightsManifest": []}'), 'a key "__proto__"'],
  ])('%s', async (_, bytes, reason) => {
    expect(await reasonFor(bytes, eight)).toContain(reason);
  });

  test('NaN, and no files', async () => {
    const bytes = new Uint8Array(Float32Array.of(0, Number.NaN).buffer);
    expect(await reasonFor(model([weight]), sibling(bytes))).toContain('NaN at 1');
    expect(await reasonFor(model([weight]))).toContain('which were not given');
  });
});
