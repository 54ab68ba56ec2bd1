import { expect, test } from 'vitest';
import { checkOutside } from './check-outside.ts';

test.each(['photos-split', '../photos', '/tmp/runs', 'photos/../runs', '..photos'])(
  '%s is outside of photos',
  (out) => {
    expect(() => checkOutside('photos', out, 'out')).not.toThrow();
  },
);

test.each(['photos', 'photos/', 'photos/runs', './photos/a/b', 'photos/..runs'])(
  '%s is inside photos',
  (out) => {
    expect(() => checkOutside('photos', out, 'out')).toThrow('out must be outside of photos');
  },
);
