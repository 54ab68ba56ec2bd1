// node --import monitor-event-loop.mjs PROGRAM: prints the event-loop delay of the main thread when the program ends.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  process.on('exit', () => {
    const ms = (nanoseconds) => (nanoseconds / 1e6).toFixed(1);
    const { mean, max } = histogram;
    console.error(
      `event-loop delay: p99 ${ms(histogram.percentile(99))} ms, mean ${ms(mean)} ms, most ${ms(max)} ms; p99 to stay under 50 ms`,
    );
  });
}
