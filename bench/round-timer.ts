import { median } from './compare.ts';

/** Processor time of the first calls, which compile the code; they are not measured. */
const WARM_UP_MS = 400;
/** A round is the median of samples, so that a pause of the process in a few of them does not count. */
const ROUND_MS = 10;
const LEAST_SAMPLES = 5;
/** Short calls are measured several at a time. */
const SAMPLE_MS = 0.4;

/** A function that measures one round: the median microseconds of a call. `bench/peers/augment.py` measures in the same way. */
export function roundTimer(call: () => void): () => number {
  const start = process.cpuUsage();
  const spent = (): number => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  let calls = 0;
  do {
    call();
    calls++;
  } while (spent() < WARM_UP_MS);
  let each = spent() / calls;
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
