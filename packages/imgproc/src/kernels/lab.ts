import type { Raster } from '@sprout/core';
import { newBytes } from '../memory/result-bytes.ts';
import {
  BYTE_OF_LIGHT,
  LIGHT,
  LIGHT_OF_LIGHTNESS,
  LIGHT_OF_ROOT,
  RGB_WEIGHTS,
  ROOT_OF_A,
  ROOT_OF_B,
  ROOT_OF_LIGHT,
  ROOT_OF_LIGHTNESS,
  ROOT_ZERO,
  XYZ_WEIGHTS,
} from './lab-tables.ts';

/** An image in L*a*b*, one plane for each channel. L lies in 0 to 255; a and b have 128 added. */
export interface LabPlanes {
  readonly lightness: Uint8Array;
  readonly a: Uint8Array;
  readonly b: Uint8Array;
}

const [XR = 0, XG = 0, XB = 0, YR = 0, YG = 0, YB = 0, ZR = 0, ZG = 0, ZB = 0] = XYZ_WEIGHTS;
const [RX = 0, RY = 0, RZ = 0, GX = 0, GY = 0, GZ = 0, BX = 0, BY = 0, BZ = 0] = RGB_WEIGHTS;

/** `cv2.cvtColor` with `COLOR_RGB2LAB`, bit for bit for all colours. */
export function labOf({ height, width, data }: Raster): LabPlanes {
  const count = height * width;
  const planes = {
    lightness: new Uint8Array(count),
    a: new Uint8Array(count),
    b: new Uint8Array(count),
  };
  const { lightness, a, b } = planes;
  for (let pixel = 0, at = 0; pixel < count; pixel++, at += 3) {
    const red = LIGHT[data[at]!]!;
    const green = LIGHT[data[at + 1]!]!;
    const blue = LIGHT[data[at + 2]!]!;
    const x = ROOT_OF_LIGHT[(red * XR + green * XG + blue * XB + 2048) >> 12]!;
    const y = ROOT_OF_LIGHT[(red * YR + green * YG + blue * YB + 2048) >> 12]!;
    const z = ROOT_OF_LIGHT[(red * ZR + green * ZG + blue * ZB + 2048) >> 12]!;
    lightness[pixel] = (296 * y - 1336935 + 16384) >> 15;
    a[pixel] = (500 * (x - y) + (128 << 15) + 16384) >> 15;
    b[pixel] = (200 * (y - z) + (128 << 15) + 16384) >> 15;
  }
  return planes;
}

/** `cv2.cvtColor` with `COLOR_LAB2RGB`, bit for bit for all colours. */
export function rgbOf(
  { lightness, a, b }: LabPlanes,
  { height, width }: Pick<Raster, 'height' | 'width'>,
): Raster {
  const data = newBytes(3 * height * width);
  for (let pixel = 0, at = 0; at < data.length; pixel++, at += 3) {
    const level = lightness[pixel]!;
    const root = ROOT_OF_LIGHTNESS[level]! + ROOT_ZERO;
    const x = LIGHT_OF_ROOT[root + ROOT_OF_A[a[pixel]!]!]!;
    const y = LIGHT_OF_LIGHTNESS[level]!;
    const z = LIGHT_OF_ROOT[root + ROOT_OF_B[b[pixel]!]!]!;
    data[at] = byteOf(RX * x + RY * y + RZ * z);
    data[at + 1] = byteOf(GX * x + GY * y + GZ * z);
    data[at + 2] = byteOf(BX * x + BY * y + BZ * z);
  }
  return { height, width, channels: 3, data };
}

/** The byte of a linear light with 26 bits of fraction. */
function byteOf(light: number): number {
  const index = (light + 8192) >> 14;
  return BYTE_OF_LIGHT[index < 0 ? 0 : index > 4095 ? 4095 : index]!;
}
