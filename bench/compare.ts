export interface Comparison {
  readonly title: string;
  readonly unit: string;
  /** Whether a larger figure is better, as for images per second. */
  readonly largerIsBetter: boolean;
  /** The number of rounds, at least 5. */
  readonly rounds?: number;
  /** Measures one round. */
  readonly product: () => Promise<number>;
  readonly peer?: (() => Promise<number>) | undefined;
  /** The name of the peer in the table. */
  readonly peerName?: string;
}

/** Measures Sprout and the peer in turn, so that other load on the machine affects both, and prints the medians. */
export async function compare({
  title,
  unit,
  largerIsBetter,
  rounds = 7,
  product,
  peer,
  peerName = 'peer',
}: Comparison): Promise<void> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await product());
    if (peer !== undefined) theirs.push(await peer());
  }
  console.log(`${title} (${unit}, median of ${rounds} rounds, lowest to highest)`);
  console.log(`  sprout     ${describe(ours)}`);
  if (theirs.length === 0) return;
  console.log(`  ${peerName.padEnd(10)} ${describe(theirs)}`);
  const ratio = largerIsBetter ? median(ours) / median(theirs) : median(theirs) / median(ours);
  console.log(`  ratio      ${ratio.toFixed(2)}x`);
}

const format = (figure: number): string =>
  figure.toLocaleString('en', { maximumSignificantDigits: 4 });

function describe(figures: readonly number[]): string {
  return `${format(median(figures))}   (${format(Math.min(...figures))} to ${format(Math.max(...figures))})`;
}

export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1]!;
  return sorted.length % 2 === 1 ? upper : (upper + sorted[(sorted.length >> 1) - 1]!) / 2;
}
