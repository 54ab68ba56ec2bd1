import type { Candidate } from './candidate.ts';

/** What a training of a candidate took and gave. */
export interface Trial {
  readonly candidate: string;
  /** Counted from 1. */
  readonly round: number;
  readonly epochs: number;
  /** On the images that the search compares with, 0 to 1. */
  readonly accuracy: number;
  readonly loss: number;
  /** The time of the last epoch, and that of the whole training. */
  readonly epochSeconds: number;
  readonly seconds: number;
}

export interface TryOptions {
  readonly round: number;
  readonly epochs: number;
}

export interface SearchOptions {
  /** The time for all trainings of the search. */
  readonly seconds: number;
  /** Trains a candidate. */
  readonly tryOut: (candidate: Candidate, options: TryOptions) => Promise<Trial>;
  /** The largest number of epochs that is sensible for a candidate. */
  readonly mostEpochs: (candidate: Candidate) => Promise<number>;
  /**
   * The time that a candidate takes for its least epochs, as far as it is known before a training.
   *
   * @returns `undefined` if it is not known.
   */
  readonly estimate: (candidate: Candidate) => Promise<number | undefined>;
  /** Called with a candidate that would take too long, and the reason. */
  readonly onLeftOut: (candidate: Candidate, reason: string) => void;
  /** A candidate that begins in the second round, made of the best of the first. */
  readonly refined: (ranked: readonly Candidate[]) => Candidate | undefined;
}

export interface SearchResult {
  readonly winner: Candidate;
  /** The best trial of the winner. */
  readonly best: Trial;
  readonly trials: readonly Trial[];
}

/** The share of the time for the first round. */
const FIRST_ROUND = 0.4;
/** A candidate is left out if it would take so many times the time that it has. */
const PATIENCE = 1.5;
/** A candidate is trained anew if it has the time for so many times the epochs of its last training. */
const WORTHWHILE = 1.5;

/**
 * Successive halving in two rounds (Jamieson & Talwalkar 2016, arXiv:1502.07943). In the first, all candidates have an equal share of the time. The
 * better half of them, and the refined one, share the time of the second round. The time that a candidate does not use goes to
 * those after it. A candidate trains its least epochs, to measure its speed, and then anew for as many epochs as its time
 * allows, so that its schedule ends with it. The refined one, whose epochs are long, trains once.
 *
 * @param candidates At least one; those that are quick first, so that the others get the time that they leave.
 */
export async function searchModels(
  candidates: readonly Candidate[],
  options: SearchOptions,
): Promise<SearchResult> {
  const { seconds, refined } = options;
  const trials: Trial[] = [];
  const compete = async (group: readonly Candidate[], round: number, time: number) => {
    let left = time;
    for (const [position, candidate] of group.entries()) {
      const slot = Math.max(time / group.length, left / (group.length - position));
      const own = await roundOf(candidate, { ...options, round, slot, trials });
      trials.push(...own);
      left -= own.reduce((sum, trial) => sum + trial.seconds, 0);
    }
  };
  await compete(candidates, 1, seconds * FIRST_ROUND);
  const ranked = rank(candidates, trials);
  const kept = ranked.slice(0, Math.ceil(ranked.length / 2));
  const added = refined(ranked);
  const finalists = added === undefined ? kept : [...kept, added];
  await compete(finalists, 2, seconds * (1 - FIRST_ROUND));
  const winner = rank(finalists, trials)[0]!; // the first round left one at least
  return { winner, best: bestOf(winner, trials)!, trials };
}

interface RoundOptions extends SearchOptions {
  readonly round: number;
  /** The time of the candidate. */
  readonly slot: number;
  readonly trials: readonly Trial[];
}

/** The trials of a candidate in a round. */
async function roundOf(candidate: Candidate, options: RoundOptions): Promise<readonly Trial[]> {
  const { round, slot, trials, tryOut, estimate, onLeftOut, mostEpochs } = options;
  const most = await mostEpochs(candidate);
  const before = trials.filter((trial) => trial.candidate === candidate.name);
  if (before.some(({ epochs }) => epochs >= most)) return []; // more time changes nothing
  const known = before.at(-1);
  if (known !== undefined) {
    const epochs = epochsIn(slot, known, most);
    const isWorthwhile = epochs === most || epochs >= known.epochs * WORTHWHILE;
    return isWorthwhile ? [await tryOut(candidate, { round, epochs })] : [];
  }
  const { leastEpochs: least } = candidate;
  if (least > most) {
    onLeftOut(candidate, `it needs ${least} epochs, and the most are ${most}`);
    return [];
  }
  const expected = await estimate(candidate);
  if (expected !== undefined && expected > slot * PATIENCE) {
    const epochs = least === 1 ? 'an epoch takes' : `${least} epochs take`;
    const reason = `${epochs} about ${Math.ceil(expected)} s, and it has ${Math.floor(slot)} s`;
    onLeftOut(candidate, reason);
    return [];
  }
  if (expected !== undefined && least > 1) {
    const epochs = Math.min(most, Math.max(least, Math.floor((slot / expected) * least)));
    return [await tryOut(candidate, { round, epochs })];
  }
  const first = await tryOut(candidate, { round, epochs: least });
  const epochs = epochsIn(slot - first.seconds, first, most);
  return epochs > least ? [first, await tryOut(candidate, { round, epochs })] : [first];
}

/** The number of epochs that fit into a time, judged by an earlier training. May be below 1. */
export function epochsIn(
  time: number,
  { epochs, epochSeconds, seconds }: Trial,
  most: number,
): number {
  const overhead = seconds - epochs * epochSeconds; // below 0 after a first stage whose epochs are short
  return Math.min(most, Math.floor((time - overhead) / Math.max(epochSeconds, 1e-3)));
}

/** The candidates that have a trial, the best first. */
function rank(candidates: readonly Candidate[], trials: readonly Trial[]): Candidate[] {
  return candidates
    .flatMap((candidate) => {
      const best = bestOf(candidate, trials);
      return best === undefined ? [] : [{ candidate, best }];
    })
    .sort((a, b) => compareTrials(a.best, b.best))
    .map(({ candidate }) => candidate);
}

function bestOf({ name }: Candidate, trials: readonly Trial[]): Trial | undefined {
  return trials.filter(({ candidate }) => candidate === name).sort(compareTrials)[0];
}

/** By accuracy, and among equal ones by loss. */
function compareTrials(a: Trial, b: Trial): number {
  return b.accuracy - a.accuracy || a.loss - b.loss;
}
