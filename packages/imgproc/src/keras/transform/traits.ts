/**
 * The version of Keras whose `ImageDataGenerator` is followed.
 *
 * - `keras-2.1.5`: Keras of March 2018. The centre of rotations is one pixel off, each channel gets a shift of its own, and the values
 *   are stretched to 0 to 255 before the brightness changes.
 * - `keras-preprocessing-1.1.2`: Keras 2.2 to 2.8. The same centre, one shift for all channels, the same stretching.
 * - `keras-3`: Keras 2.9 and newer. Rows and columns are exchanged: `heightShiftRange` moves images sideways and `widthShiftRange` up and
 *   down, rotations are counter-clockwise, and the centre is wrong unless images are square. No stretching.
 * - `fixed`: the meaning that the documentation of Keras states: the true centre, rotations clockwise as before Keras 2.9,
 *   `heightShiftRange` moves rows, no stretching.
 */
export type KerasCompat = 'keras-2.1.5' | 'keras-preprocessing-1.1.2' | 'keras-3' | 'fixed';

/** The names of `KerasCompat`. */
export const KERAS_COMPATS = [
  'keras-2.1.5',
  'keras-preprocessing-1.1.2',
  'keras-3',
  'fixed',
] as const satisfies readonly KerasCompat[];

/** The ways in which the versions differ. */
export interface KerasTraits {
  /** Added to half the height and half the width, it gives the centre. */
  readonly centre: number;
  /** Whether the matrix is applied to columns and rows instead of rows and columns. */
  readonly exchangesAxes: boolean;
  /**
   * How values are stretched to 0 to 255 before the brightness changes: from the smallest value on, from 0 or a smaller value on, or only
   * if a value is outside 0 to 255.
   */
  readonly stretch: 'from-least' | 'from-zero' | 'outside';
  /** Whether ranges of shifts may be whole numbers of pixels and lists. In 2.1.5 every number is the end of an interval. */
  readonly choosesShifts: boolean;
  /** Whether each channel has a shift of its own, drawn before the flips, instead of one shift for all, drawn after them. */
  readonly shiftsEachChannel: boolean;
  /** Whether numbers are drawn for both flips, also if they are disabled. */
  readonly drawsDisabledFlips: boolean;
  /** Whether the images of batches are preprocessed before the transform instead of after it. */
  readonly preprocessesFirst: boolean;
  /** How `fit` prepares images before it computes their statistics. */
  readonly fitPrepares: 'preprocessing and rescaling' | 'rescaling' | 'nothing';
  /** Whether both subsets of images in memory must have the same labels. */
  readonly comparesSubsets: boolean;
  /** Whether ZCA divides by the root of the variance plus epsilon, instead of the root of their sum. */
  readonly epsilonOutsideRoot: boolean;
  /** Whether given classes of the rows of a table are sorted, instead of labelled in their order. */
  readonly sortsGivenClasses: boolean;
  /** Added to standard deviations before dividing by them. */
  readonly epsilon: number;
}

const latest: KerasTraits = {
  centre: -0.5,
  exchangesAxes: false,
  stretch: 'outside',
  choosesShifts: true,
  shiftsEachChannel: false,
  drawsDisabledFlips: true,
  preprocessesFirst: false,
  fitPrepares: 'rescaling',
  comparesSubsets: true,
  epsilonOutsideRoot: false,
  sortsGivenClasses: false,
  epsilon: 1e-6,
};

const traits: Readonly<Record<KerasCompat, KerasTraits>> = {
  'keras-2.1.5': {
    ...latest,
    centre: 0.5,
    stretch: 'from-zero',
    choosesShifts: false,
    shiftsEachChannel: true,
    drawsDisabledFlips: false,
    preprocessesFirst: true,
    fitPrepares: 'nothing',
    comparesSubsets: false,
    sortsGivenClasses: true,
    epsilon: 1e-7,
  },
  'keras-preprocessing-1.1.2': {
    ...latest,
    centre: 0.5,
    stretch: 'from-least',
    sortsGivenClasses: true,
  },
  'keras-3': { ...latest, exchangesAxes: true, epsilonOutsideRoot: true },
  fixed: { ...latest, fitPrepares: 'preprocessing and rescaling' },
};

/** The traits of a version. */
export function traitsOf(compat: KerasCompat): KerasTraits {
  return traits[compat];
}
