/** NumPy sums at most so many values in one loop: the size of its buffer. */
const BUFFER = 8192;
/** Parts of at most so many values are summed with eight partial sums. */
const BLOCK = 128;

const { fround } = Math;

/**
 * The sum in float32 of consecutive values, bit for bit as `numpy.sum` of an array in one piece computes it.
 *
 * @param start The sum of the values before.
 */
export function numpySum(values: Float32Array, start = 0): number {
  let total = start;
  for (let at = 0; at < values.length; at += BUFFER)
    total = fround(total + pairwiseSum(values.subarray(at, at + BUFFER)));
  return total;
}

/** The sum of the halves of the values, and so on down to blocks. */
function pairwiseSum(values: Float32Array): number {
  const { length } = values;
  if (length < 8) return sequentialSum(values, 0);
  if (length <= BLOCK) return blockSum(values);
  const half = Math.trunc(length / 2);
  const first = half - (half % 8);
  return fround(pairwiseSum(values.subarray(0, first)) + pairwiseSum(values.subarray(first)));
}

function blockSum(values: Float32Array): number {
  const sums = values.slice(0, 8);
  const whole = values.length - (values.length % 8);
  for (let at = 8; at < whole; at += 8)
    for (let part = 0; part < 8; part++) sums[part]! += values[at + part]!; // 8 sums, and values up to whole
  const [a, b, c, d, e, f, g, h] = sums as unknown as Eight; // slice has taken 8 values
  const left = fround(fround(a + b) + fround(c + d));
  const right = fround(fround(e + f) + fround(g + h));
  return sequentialSum(values.subarray(whole), fround(left + right));
}

type Eight = readonly [number, number, number, number, number, number, number, number];

function sequentialSum(values: Float32Array, start: number): number {
  let total = start;
  for (const value of values) total = fround(total + value);
  return total;
}
