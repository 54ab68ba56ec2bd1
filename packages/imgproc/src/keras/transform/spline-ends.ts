import { power } from './double-double.ts';

/** The first coefficients of the two passes of a spline filter. They depend on how the line continues beyond its ends. */
export interface SplineEnds {
  /** The power of the pole that `first` uses. */
  readonly end: (length: number, pole: number) => number;
  /** Sets the first value before the pass forwards. */
  readonly first: (line: Float64Array, pole: number) => void;
  /** Sets the last value before the pass backwards. */
  readonly last: (line: Float64Array, pole: number) => void;
}

/** `dcb|abcd|cba` */
export const MIRROR: SplineEnds = {
  end: (length, pole) => power(pole, length - 1),
  first(line, pole) {
    const last = line.length - 1;
    const end = this.end(line.length, pole);
    let weight = pole;
    let total = line[0]! + end * line[last]!; // a line has at least two values
    for (let at = 1; at < last; at++) {
      total += weight * (line[at]! + end * line[last - at]!); // within the line
      weight *= pole;
    }
    line[0] = total / (1 - end * end);
  },
  last(line, pole) {
    const last = line.length - 1;
    line[last] = ((pole * line[last - 1]! + line[last]!) * pole) / (pole * pole - 1); // a line has at least two values
  },
};

/** `cba|abcd|dcb` */
export const REFLECT: SplineEnds = {
  end: (length, pole) => power(pole, length),
  first(line, pole) {
    const { length } = line;
    const end = this.end(length, pole);
    const before = line[0]!; // a line has at least two values
    let weight = pole;
    let total = before + end * line[length - 1]!;
    for (let at = 1; at < length; at++) {
      // The first value is read while it is the sum so far, as in scipy.
      const opposite = at === length - 1 ? total : line[length - 1 - at]!; // within the line
      total += weight * (line[at]! + end * opposite); // within the line
      weight *= pole;
    }
    line[0] = total * (pole / (1 - end * end)) + before;
  },
  last(line, pole) {
    line[line.length - 1]! *= pole / (pole - 1); // a line has at least two values
  },
};
