/** The numbers drawn for one image: the dictionary of `get_random_transform`, as plain data. */
export interface KerasNumbers {
  /** The rotation, in degrees. */
  readonly theta: number;
  /** The shift by `heightShiftRange`, in pixels. */
  readonly tx: number;
  /** The shift by `widthShiftRange`, in pixels. */
  readonly ty: number;
  /** The angle of the shear, in degrees. */
  readonly shear: number;
  /** The factors of the zoom. 2 makes things half as large. */
  readonly zx: number;
  readonly zy: number;
  readonly flipHorizontal: boolean;
  readonly flipVertical: boolean;
  /** Added to all values, or to those of each channel. */
  readonly channelShift: number | readonly number[] | null;
  /** The factor of the brightness. */
  readonly brightness: number | null;
}

/** The numbers that change nothing. */
export const STILL: KerasNumbers = {
  theta: 0,
  tx: 0,
  ty: 0,
  shear: 0,
  zx: 1,
  zy: 1,
  flipHorizontal: false,
  flipVertical: false,
  channelShift: null,
  brightness: null,
};
