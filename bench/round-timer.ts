/** Processor time of the first calls, which compile the code; they are not measured. */
const WARM_UP_MS = 400;
/** A round is the first quartile of its samples, which pauses of the process in up to three quarters of them do not change. */
const ROUND_MS = 10;
const LEAST_SAMPLES = 5;
/** Short calls are measured several at a time. */
const SAMPLE_MS = 0.4;

/** A function that measures one round: the first quartile of the microseconds of a call, as `bench/peers/augment.py` does. */
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
    each = quartile(Array.from({ length: samples }, () => sample(call, count)));
    return each * 1000;
  };
}

function quartile(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[figures.length >> 2]!;
}

function sample(call: () => void, count: number): number {
  const start = performance.now();
  for (let repeat = 0; repeat < count; repeat++) call();
  return (performance.now() - start) / count;
}
