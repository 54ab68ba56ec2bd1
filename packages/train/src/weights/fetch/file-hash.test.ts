import { expect, test } from 'vitest';
import { agrees, hashInFragment } from './file-hash.ts';

const SHA256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const MD5 = '900150983cd24fb0d6963f7d28e17f72';

test.each([
  [`sha256=${SHA256}`, { kind: 'sha256', digits: SHA256 }],
  ['sha256=BA7816BF', { kind: 'sha256', digits: 'ba7816bf' }],
  [`md5=${MD5}`, { kind: 'md5', digits: MD5 }],
  ['', undefined],
])('the fragment #%s states %o', (fragment, expected) => {
  expect(hashInFragment(new URL(`https://a/b#${fragment}`))).toEqual(expected);
});

test.each(['sha256=ba7816b', `sha256=${SHA256}0`, 'md5=900150983cd2', 'sha1=ba7816bf', 'top'])(
  'the fragment #%s is refused',
  (fragment) => {
    expect(() => hashInFragment(new URL(`https://a/b#${fragment}`))).toThrow(
      `must be #sha256= with 8 to 64 hexadecimal digits, or #md5= with 32; received #${fragment}`,
    );
  },
);

test('the first digits of a hash are compared where no more are known', () => {
  expect(agrees({ kind: 'sha256', digits: 'ba7816bf' }, SHA256)).toBe(true);
  expect(agrees({ kind: 'sha256', digits: 'ba7816b0' }, SHA256)).toBe(false);
});
