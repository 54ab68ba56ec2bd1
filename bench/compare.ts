export interface Contest {
  readonly title: string;
  readonly unit: string;
  /** Whether a larger figure is the better one, as for images a second. */
  readonly largerIsBetter: boolean;
  /** At least 5. */
  readonly rounds?: number;
  /** Measures one round. */
  readonly product: () => Promise<number>;
  readonly peer?: (() => Promise<number>) | undefined;
  /** Names the peer in the table. */
  readonly peerName?: string;
}

/** Lets product and peer take turns, so that what else the machine does meets both, and prints the medians. */
export async function compare({
  title,
  unit,
  largerIsBetter,
  rounds = 7,
  product,
  peer,
  peerName = 'peer',
}: Contest): Promise<void> {
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

/** The middle figure, or the mean of the middle two. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1]!;
  return sorted.length % 2 === 1 ? upper : (upper + sorted[(sorted.length >> 1) - 1]!) / 2;
}
