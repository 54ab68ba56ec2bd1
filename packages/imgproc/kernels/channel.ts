import { Frame, tableOf } from './frame';
import { lookupAt, QUANTISERS } from './layout';

/** The tables of a channel, and its last DC coefficient. */
@unmanaged
export class Channel {
  quantiser!: usize;
  /** The lookups of DC and of AC coefficients. */
  direct!: usize;
  alternating!: usize;
  prediction!: i32;
}

const CHANNELS = memory.data(3 * offsetof<Channel>());

export function channelAt(index: i32): Channel {
  return changetype<Channel>(CHANNELS + <usize>index * offsetof<Channel>());
}

export function setUpChannel(frame: Frame, index: i32): void {
  const channel = channelAt(index);
  channel.quantiser = QUANTISERS + 64 * tableOf(frame.quantisers, index);
  channel.direct = lookupAt(tableOf(frame.directTables, index));
  channel.alternating = lookupAt(4 + tableOf(frame.alternatingTables, index));
}

/** Sets the predictions of the DC coefficients to 0, as at the start of a scan and after a restart marker. */
export function resetPredictions(): void {
  for (let index = 0; index < 3; index++) channelAt(index).prediction = 0;
}
