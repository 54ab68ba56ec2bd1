/** The ops of each family, in the order of the gallery. A family may name ops that do not exist yet. */
export const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  Geometry: [
    'flip-horizontal',
    'flip-vertical',
    'quarter-turn',
    'transpose',
    'd4',
    'rotate',
    'affine',
    'perspective',
    'elastic',
    'grid-distortion',
    'optical-distortion',
    'keras',
  ],
  'Crops and sizes': ['crop', 'random-crop', 'random-resized-crop', 'crop-sides', 'pad'],
  Colour: [
    'brightness-contrast',
    'linear-contrast',
    'multiply',
    'gamma',
    'colour-jitter',
    'hue-saturation-value',
    'saturation',
    'grayscale',
    'channel-shuffle',
    'channel-shift',
    'invert',
    'posterize',
    'solarize',
    'equalize',
    'auto-contrast',
    'clahe',
  ],
  'Blur and sharpness': [
    'gaussian-blur',
    'box-blur',
    'median-blur',
    'motion-blur',
    'defocus-blur',
    'sharpness',
    'sharpen',
    'emboss',
  ],
  'Noise and compression': [
    'gaussian-noise',
    'multiplicative-noise',
    'poisson-noise',
    'salt-and-pepper',
    'iso-noise',
    'jpeg-compression',
    'downscale',
  ],
  Occlusion: ['coarse-dropout', 'cutout', 'pixel-dropout', 'grid-shuffle'],
  Weather: ['shadow', 'fog', 'rain', 'snow', 'sun-flare'],
  Combinations: ['sequence', 'random-order', 'sometimes', 'one-of', 'some-of', 'fuse'],
  Policies: ['rand-augment', 'trivial-augment', 'aug-mix'],
};

/** The family of an op; `undefined` if it is in none. */
export function familyOf(name: string): string | undefined {
  return Object.keys(FAMILIES).find((family) => FAMILIES[family]?.includes(name));
}
