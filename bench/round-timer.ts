import { median } from './compare.ts';

/** The first calls compile the code; they are not measured. */
const WARM_UP_MS = 100;
/** A round is the median of samples, so that a pause of the process in a few of them does not count. */
const ROUND_MS = 10;
const LEAST_SAMPLES = 5;
/** Short calls are measured several at a time. */
const SAMPLE_MS = 0.4;

/** A function that measures one round: the median microseconds of a call. `bench/peers/augment.py` measures in the same way. */
export function roundTimer(call: () => void): () => number {
  let calls = 0;
  const start = performance.now();
  do {
    call();
    calls++;
  } while (performance.now() - start < WARM_UP_MS);
  let each = (performance.now() - start) / calls;
  return () => {
    const count = Math.max(1, Math.round(SAMPLE_MS / each));
    const samples = Math.max(LEAST_SAMPLES, Math.round(ROUND_MS / (each * count)));
    each = median(Array.from({ length: samples }, () => sample(call, count)));
    return each * 1000;
  };
}

function sample(call: () => void, count: number): number {
  const start = performance.now();
  for (let repeat = 0; repeat < count; repeat++) call();
  return (performance.now() - start) / count;
}
