/** The measurements since the start. */
export interface Figures {
  readonly imagesPerSecond: number;
  /** The share of the time spent waiting for items, 0 to 1. */
  readonly dataWait: number;
  readonly seconds: number;
}

/** Measures a loop over a stream: its speed, and the share of the time that it waits for the stream. */
export interface Stopwatch {
  /** The same items; the time until each one arrives counts as waiting. */
  waiting<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T, void, undefined>;
  count(images: number): void;
  figures(): Figures;
}

/** Starts a stopwatch. */
export function stopwatch(now: () => number = () => performance.now()): Stopwatch {
  const start = now();
  let waited = 0;
  let images = 0;
  return {
    async *waiting(items) {
      let asked = now();
      for await (const item of items) {
        waited += now() - asked;
        yield item;
        asked = now();
      }
    },
    count: (more) => void (images += more),
    figures: () => {
      const elapsed = Math.max(now() - start, Number.EPSILON);
      return {
        imagesPerSecond: (images * 1000) / elapsed,
        dataWait: waited / elapsed,
        seconds: elapsed / 1000,
      };
    },
  };
}
