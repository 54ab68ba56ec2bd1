import { chromaSize, Frame, tableOf } from './frame';
import { lookupAt, pairsAt, QUANTISERS, skipsAt, slotsAt } from './layout';
import { needLookup, needPairs, needSkips } from './keep-tables';
import { LARGEST_FIRST } from './pairs';
import { makeSlots } from './slots';

/** The tables of a channel, and its last DC coefficient. */
@unmanaged
export class Channel {
  quantiser!: usize;
  /** The lookups of DC and of AC coefficients. */
  direct!: usize;
  alternating!: usize;
  prediction!: i32;
  /** The pixels across a decoded block. */
  size!: i32;
  /** For reduced blocks: the tables of `makePairs`, `makeSkips` and `makeSlots`. */
  pairs!: usize;
  skips!: usize;
  slots!: usize;
}

const CHANNELS = memory.data(3 * offsetof<Channel>());
/** No encoder writes larger coefficients into a block that is reduced. */
export const LARGEST_REDUCED: i32 = 2047;

export function channelAt(index: i32): Channel {
  return changetype<Channel>(CHANNELS + <usize>index * offsetof<Channel>());
}

/** Makes the tables of all channels. Returns whether they are valid. */
export function setUpChannels(frame: Frame): bool {
  for (let index = 0; index < frame.channels; index++) {
    const direct = tableOf(frame.directTables, index);
    const alternating = 4 + tableOf(frame.alternatingTables, index);
    if (!needLookup(direct) || !needLookup(alternating)) return false;
    const channel = channelAt(index);
    channel.quantiser = QUANTISERS + 64 * tableOf(frame.quantisers, index);
    channel.direct = lookupAt(direct);
    channel.alternating = lookupAt(alternating);
    channel.size = index === 0 ? frame.size : chromaSize(frame);
    channel.pairs = pairsAt(alternating - 4);
    channel.skips = skipsAt(alternating - 4);
    channel.slots = slotsAt(<usize>index);
  }
  for (let index = 0; index < frame.channels; index++) setUpReduced(channelAt(index), frame, index);
  return true;
}

function setUpReduced(channel: Channel, frame: Frame, index: i32): void {
  if (channel.size === 8) return;
  const table = 4 + tableOf(frame.alternatingTables, index);
  makeSlots(<usize>index, channel.size === 1 ? 0 : 64, channel.quantiser);
  if (channel.size === 1) needSkips(table);
  else needPairs(table, min(LARGEST_REDUCED / largestQuantiser(frame), LARGEST_FIRST));
}

/** The largest quantiser of all channels, because channels may share a table of codes. */
function largestQuantiser(frame: Frame): i32 {
  let largest = 1;
  for (let index = 0; index < frame.channels; index++) {
    const quantiser = channelAt(index).quantiser;
    for (let k: usize = 0; k < 64; k++) largest = max(largest, <i32>load<u8>(quantiser + k));
  }
  return largest;
}

/** Sets the predictions of the DC coefficients to 0, as at the start of a scan and after a restart marker. */
export function resetPredictions(): void {
  for (let index = 0; index < 3; index++) channelAt(index).prediction = 0;
}
