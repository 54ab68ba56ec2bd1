/** The tables of ITU-T T.81, annex K.1, row by row. */
const LUMA = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
  14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
  92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
const CHROMA = [
  17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99,
  47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
];

export interface JpegQuantisers {
  /** 64 numbers from 1 to 255, row by row. */
  readonly luma: Uint8Array;
  readonly chroma: Uint8Array;
}

/** The quantisers of libjpeg for a quality from 1 to 100. */
export function jpegQuantisers(quality: number): JpegQuantisers {
  const percent = quality < 50 ? Math.trunc(5000 / quality) : 200 - 2 * quality;
  const scaled = (number: number): number =>
    Math.min(255, Math.max(1, Math.trunc((number * percent + 50) / 100)));
  return { luma: Uint8Array.from(LUMA, scaled), chroma: Uint8Array.from(CHROMA, scaled) };
}
