import { expect, test } from 'vitest';
import { sineCosine } from './sine-cosine.ts';

// Computed with 300 bits by mpmath, rounded once.
test.each([
  [0, 0, 1],
  [1e-9, 1e-9, 1],
  [0.5, 0.479425538604203, 0.8775825618903728],
  [1, 0.8414709848078965, 0.5403023058681398],
  [-2, -0.9092974268256817, -0.4161468365471424],
  [2.4, 0.675463180551151, -0.7373937155412454],
  [Math.PI / 2, 1, 6.123233995736766e-17],
  [Math.PI, 1.2246467991473532e-16, -1],
  [100, -0.5063656411097588, 0.8623188722876839],
  [12345.678, -0.7040813137533816, 0.7101193587160628],
])('the sine and cosine of %d are rounded correctly', (radians, sine, cosine) => {
  expect(sineCosine(radians)).toEqual({ sine, cosine });
});

test('of huge angles they are those of the engine', () => {
  expect(sineCosine(1e20)).toEqual({ sine: Math.sin(1e20), cosine: Math.cos(1e20) });
});
