import type { Address, Objective } from '@sprout/core';

/** What a picture shows: a filter or a class. */
export interface AscentSubject {
  /** The name of its files, without `.png`. */
  readonly name: string;
  readonly caption: string;
  /** For messages. */
  readonly text: string;
  /** What the objective is, for the value under the picture: `logit`, for example. */
  readonly quantity: string;
  readonly objective: Objective;
  /** Separates its random numbers from those of other subjects. */
  readonly address: Address;
}
