import { roundHalfEven } from './round-half-even.ts';

const { fround } = Math;

/** The bits of the fraction of linear light, above those of a byte. */
const LIGHT_BITS = 3;
/** The cube roots have this many bits of fraction. */
const ROOT_BITS = 15;
/** One, in the numbers of the way back. */
const ONE = 1 << 14;
/** The index of 0 in `LIGHT_OF_ROOT`. */
export const ROOT_ZERO = 8145;

/** The white point D65. */
const WHITE = [0.950456, 1, 1.088754] as const;

const TO_XYZ = [
  [0.412453, 0.35758, 0.180423],
  [0.212671, 0.71516, 0.072169],
  [0.019334, 0.119193, 0.950227],
] as const;

const FROM_XYZ = [
  [3.240479, -1.53715, -0.498535],
  [-0.969256, 1.875991, 0.041556],
  [0.055648, -0.204043, 1.057311],
] as const;

const fixed = (value: number): number => Math.round(4096 * value);

/** The weights of red, green and blue in X, Y and Z of a white of 1, with 12 bits of fraction. */
export const XYZ_WEIGHTS = Int32Array.from(
  TO_XYZ.flatMap((row, index) => row.map((weight) => fixed(weight / WHITE[index]!))),
);

/** The weights of X, Y and Z of a white of 1 in red, green and blue, with 12 bits of fraction. */
export const RGB_WEIGHTS = Int32Array.from(
  FROM_XYZ.flatMap((row) => row.map((weight, index) => fixed(weight * WHITE[index]!))),
);

/** The linear light of each byte of sRGB, 0 to 2040. */
export const LIGHT = Uint16Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255;
  const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  return roundHalfEven(light * (255 << LIGHT_BITS));
});

/** The byte of sRGB of each linear light, 0 to 4095. */
export const BYTE_OF_LIGHT = Uint8Array.from({ length: 4096 }, (_, light) => {
  const value = light / 4096;
  const byte = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
  return roundHalfEven(255 * byte);
});

/** The function of L*a*b*, a cube root with a straight beginning, of each linear light. */
export const ROOT_OF_LIGHT = Uint16Array.from({ length: (255 << LIGHT_BITS) + 1 }, (_, light) => {
  const value = light / (255 << LIGHT_BITS);
  const root = value < 216 / 24389 ? (value * 841) / 108 + 16 / 116 : Math.cbrt(value);
  return roundHalfEven(fround(root * (1 << ROOT_BITS)));
});

/** The cube of the function's value from which it is straight, and the value, of each L. */
function fromLightness(lightness: number): { readonly light: number; readonly root: number } {
  if (lightness <= 20) {
    const light = (lightness * ONE * 180) / (17 * 29 ** 3);
    return { light, root: ONE * (16 / 116 + (lightness * 5) / (3 * 17 * 29)) };
  }
  const root = (lightness * 100 * ONE) / (255 * 116) + (16 * ONE) / 116;
  return { light: root ** 3 / ONE ** 2, root };
}

/** The linear light Y of each L, and the function's value of it. */
export const LIGHT_OF_LIGHTNESS = Int32Array.from({ length: 256 }, (_, lightness) =>
  roundHalfEven(fromLightness(lightness).light),
);
export const ROOT_OF_LIGHTNESS = Int32Array.from({ length: 256 }, (_, lightness) =>
  roundHalfEven(fromLightness(lightness).root),
);

/** The linear light of each value of the function, from -8145 on. */
export const LIGHT_OF_ROOT = Int32Array.from({ length: (ONE * 9) / 4 }, (_, index) => {
  const root = index - ROOT_ZERO;
  if (root > 3390) return Math.floor((Math.floor((root * root) / ONE) * root) / ONE);
  const offset = Math.floor((Math.floor((ONE * 16) / 116) * 108) / 841);
  return Math.trunc((root * 108) / 841) - offset;
});

/** What each a adds to the function's value of Y for that of X, and each b for that of Z. */
export const ROOT_OF_A = Int32Array.from(
  { length: 256 },
  (_, a) => ((5 * a * 53687 + 128) >> 13) - Math.floor((128 * ONE) / 500),
);
export const ROOT_OF_B = Int32Array.from(
  { length: 256 },
  (_, b) => Math.floor((128 * ONE) / 200) - 1 - ((b * 41943 + 16) >> 9),
);
