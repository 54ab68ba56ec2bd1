import { describe, expect, test } from 'vitest';
import { BASES } from '../../zoo/bases/base-table.ts';
import { releaseOf } from '../../zoo/releases/release-table.ts';
import { knownFileOf } from './known-file-of.ts';
import { KNOWN_FILES } from './known-files.ts';

describe('the known files', () => {
  test('are those of the bases, with their tops, each in a release of the base', () => {
    const released = [...BASES.keys()].filter((base) => base !== 'efficientnet-lite0'); // no file of it is known
    for (const base of released) expect(knownFileOf(base, { top: true }).top).toBe(true);
    for (const { base, library } of KNOWN_FILES)
      expect(releaseOf(base, library).library).toBe(library);
  });

  test('have different names, and https addresses that end with them', () => {
    expect(new Set(KNOWN_FILES.map(({ file }) => file)).size).toBe(KNOWN_FILES.length);
    for (const { address, file } of KNOWN_FILES) {
      expect(address).toMatch(/^https:\/\//);
      expect(address.endsWith(`/${file}`)).toBe(true);
    }
  });

  test('have complete hashes, or the digits that are in their names', () => {
    const hashes = KNOWN_FILES.flatMap(({ file, hash }) =>
      hash === undefined ? [] : { file, ...hash },
    );
    const whole = hashes.filter(({ digits }) => /^([0-9a-f]{32}|[0-9a-f]{64})$/.test(digits));
    const named = hashes.filter(({ kind }) => kind === 'sha256');
    expect([hashes.length, whole.length, named.length]).toEqual([11, 10, 3]);
    for (const { file, digits } of named) expect(file).toContain(`-${digits.slice(0, 8)}.pth`);
    expect(hashes.find((hash) => !whole.includes(hash))!.digits).toBe('b66bff10'); // 10 of 11
  });
});

describe('the file of a base', () => {
  test.each([
    ['vgg16', {}, 'vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5'],
    ['vgg16', { top: true }, 'vgg16_weights_tf_dim_ordering_tf_kernels.h5'],
    ['vgg16', { library: 'torchvision' }, 'vgg16-397923af.pth'],
    ['mobilenet-v1', {}, 'mobilenet_1_0_224_tf_no_top.h5'],
    ['mobilenet-v1', { alpha: 0.25, size: 160, top: true }, 'mobilenet_2_5_160_tf.h5'],
    ['mobilenet-v1', { alpha: 0.5, size: 150 }, 'mobilenet_5_0_224_tf_no_top.h5'],
    [
      'mobilenet-v2',
      { alpha: 1.4, size: 96 },
      'mobilenet_v2_weights_tf_dim_ordering_tf_kernels_1.4_224_no_top.h5',
    ],
    [
      'mobilenet-v2',
      { size: 96 },
      'mobilenet_v2_weights_tf_dim_ordering_tf_kernels_1.0_96_no_top.h5',
    ],
  ])('%s with %o is %s', (base, options, file) => {
    expect(knownFileOf(base, options).file).toBe(file);
  });

  test('is refused for an unknown base, library or width', () => {
    expect(() => knownFileOf('efficientnet-lite0')).toThrow('Unknown base with known files');
    expect(() => knownFileOf('vgg61')).toThrow('Unknown base with known files "vgg61"');
    expect(() => knownFileOf('vgg16', { library: 'kera' })).toThrow(
      'Unknown library with known files of vgg16 "kera"; did you mean "keras"?',
    );
    expect(() => knownFileOf('mobilenet-v1', { alpha: 0.3 })).toThrow(
      'alpha of mobilenet-v1 must be one of 0.25, 0.5, 0.75, 1, whose weights are released; received 0.3',
    );
  });
});
