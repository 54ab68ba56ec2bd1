/** The real and the imaginary parts of complex numbers. */
export interface Complex {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/**
 * The discrete Fourier transform of each column of a matrix, without a factor: `sum of x[n] * exp(-2 pi i k n / length)`.
 *
 * Stockham's algorithm with the prime factors of the length. After the factors with product `l`, the array holds, for each `k`
 * below `length / l`, the transforms of the subsequences `k, k + length / l, ...`.
 *
 * @param numbers `[length, columns]`, row by row. Only read.
 */
export function fourierColumns(numbers: Complex, length: number): Complex {
  const columns = numbers.real.length / length;
  let before = numbers;
  let done = 1;
  for (const prime of primeFactors(length)) {
    const after = zeros(numbers.real.length);
    pass(before, after, { done, prime, rest: length / (done * prime), columns });
    before = after;
    done *= prime;
  }
  return before;
}

/** The same with `exp(+2 pi i k n / length)`: the inverse transform times the length. */
export function fourierColumnsBack({ real, imaginary }: Complex, length: number): Complex {
  const swapped = fourierColumns({ real: imaginary, imaginary: real }, length);
  return { real: swapped.imaginary, imaginary: swapped.real };
}

export function zeros(size: number): Complex {
  return { real: new Float64Array(size), imaginary: new Float64Array(size) };
}

interface Pass {
  /** The product of the factors that are done. */
  readonly done: number;
  readonly prime: number;
  /** The product of the factors that are left. */
  readonly rest: number;
  readonly columns: number;
}

function pass(before: Complex, after: Complex, { done, prime, rest, columns }: Pass): void {
  const run = rest * columns;
  for (let frequency = 0; frequency < done * prime; frequency++) {
    const from = (frequency % done) * prime * run;
    const to = frequency * run;
    for (let term = 0; term < prime; term++) {
      const angle = (-2 * Math.PI * ((frequency * term) % (done * prime))) / (done * prime);
      addTurned(before, after, { from: from + term * run, to, run, angle });
    }
  }
}

interface Turned {
  readonly from: number;
  readonly to: number;
  readonly run: number;
  readonly angle: number;
}

/** Adds a run of numbers, each times `exp(i * angle)`. */
function addTurned(before: Complex, after: Complex, { from, to, run, angle }: Turned): void {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let at = 0; at < run; at++) {
    const real = before.real[from + at]!;
    const imaginary = before.imaginary[from + at]!;
    after.real[to + at]! += real * cos - imaginary * sin;
    after.imaginary[to + at]! += real * sin + imaginary * cos;
  }
}

function primeFactors(length: number): number[] {
  const factors: number[] = [];
  let rest = length;
  for (let prime = 2; rest > 1; prime++)
    for (; rest % prime === 0; rest /= prime) factors.push(prime);
  return factors;
}
