import type { KnownFile } from './known-file.ts';

const APPLICATIONS = 'https://storage.googleapis.com/tensorflow/keras-applications';
const FIELDS = {
  library: 'keras',
  licence: 'Apache-2.0',
  source: 'https://keras.io/api/applications/',
} as const;

/** Widths, as numbers and as file names have them. */
const WIDTHS_V1 = [
  [1, '1_0'],
  [0.75, '7_5'],
  [0.5, '5_0'],
  [0.25, '2_5'],
] as const;
const SIZES_V1 = [224, 192, 160, 128] as const;

const WIDTHS_V2 = [1, 0.35, 0.5, 0.75, 1.3, 1.4] as const;
const SIZES_V2 = [224, 192, 160, 128, 96] as const;
/** Wider networks were trained on one size. */
const SIZES_V2_WIDE = [224] as const;

/** The files of MobileNet v1 and v2. Keras states no hashes for them. */
export const MOBILENET_FILES: readonly KnownFile[] = [
  ...WIDTHS_V1.flatMap(([alpha, text]) =>
    SIZES_V1.flatMap((size) => [fileV1(alpha, text, size), withTop(fileV1(alpha, text, size))]),
  ),
  ...WIDTHS_V2.flatMap((alpha) =>
    (alpha > 1 ? SIZES_V2_WIDE : SIZES_V2).flatMap((size) => [
      fileV2(alpha, size),
      withTop(fileV2(alpha, size)),
    ]),
  ),
];

function fileV1(alpha: number, width: string, size: number): KnownFile {
  const file = `mobilenet_${width}_${size}_tf_no_top.h5`;
  const address = `${APPLICATIONS}/mobilenet/${file}`;
  return { ...FIELDS, base: 'mobilenet-v1', top: false, alpha, size, file, address };
}

function fileV2(alpha: number, size: number): KnownFile {
  const width = Number.isInteger(alpha) ? alpha.toFixed(1) : String(alpha);
  const file = `mobilenet_v2_weights_tf_dim_ordering_tf_kernels_${width}_${size}_no_top.h5`;
  const address = `${APPLICATIONS}/mobilenet_v2/${file}`;
  return { ...FIELDS, base: 'mobilenet-v2', top: false, alpha, size, file, address };
}

function withTop(known: KnownFile): KnownFile {
  const named = (text: string): string => text.replace('_no_top', '');
  return { ...known, top: true, file: named(known.file), address: named(known.address) };
}
