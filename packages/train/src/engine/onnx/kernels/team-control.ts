import type { Kernels } from './instantiate-kernels.ts';

/**
 * The numbers that the threads of a team share, as elements of an `Int32Array`. The calling thread writes a job while its ticket is
 * closed, and then opens the ticket. A thread reads the job first and takes a ticket afterwards. So a thread that wakes up late, and
 * may have read parts of two jobs, finds another job's ticket and takes none.
 */
export const CONTROL = {
  /** The number of the job; threads wait for it to change. */
  job: 0,
  /** The job's number in the upper half, and the next part to be computed in the lower half. */
  ticket: 1,
  /** The number of parts that are finished. */
  finished: 2,
  /** Not zero after a part of the job has failed. */
  failed: 3,
  parts: 4,
  /** The number of the memory. */
  memory: 5,
  /** The kernel's index in `KERNEL_NAMES`. */
  kernel: 6,
  parameters: 7,
  /** The number of addresses that follow. */
  addressCount: 8,
  addresses: 9,
} as const;

/** More than any kernel has. */
export const MOST_ADDRESSES = 32;

/** A ticket has 16 bits for the part. */
export const MOST_PARTS = 2 ** 16 - 1;
const JOB_NUMBERS = 2 ** 15;

/** A kernel and its arguments. */
export interface KernelCall {
  readonly kernel: string;
  /** The address of the kernel's parameters. */
  readonly parameters: number;
  /** The addresses of the kernel's inputs and outputs. */
  readonly addresses: readonly number[];
  /** The number of parts that may be computed in any order, at most `MOST_PARTS`. */
  readonly parts: number;
}

/** The ticket for a part of a job; without a part, the ticket is closed. */
export function ticketOf(job: number, part: number = MOST_PARTS): number {
  return (job % JOB_NUMBERS) * (MOST_PARTS + 1) + part;
}

/** Computes parts of a job until none is left, or until the ticket is that of another job. */
export function computeParts(
  control: Int32Array,
  kernels: Kernels,
  { job, call }: { readonly job: number; readonly call: KernelCall },
): void {
  const compute = kernels[call.kernel]!; // a node with parameters has a kernel
  const first = ticketOf(job, 0);
  for (;;) {
    const ticket = Atomics.load(control, CONTROL.ticket);
    const part = ticket - first;
    if (part < 0 || part >= call.parts) return;
    if (Atomics.compareExchange(control, CONTROL.ticket, ticket, ticket + 1) !== ticket) continue;
    try {
      compute(call.parameters, part, part + 1, ...call.addresses);
    } catch (error) {
      Atomics.store(control, CONTROL.failed, 1);
      throw error;
    } finally {
      const finished = Atomics.add(control, CONTROL.finished, 1) + 1;
      if (finished === call.parts) Atomics.notify(control, CONTROL.finished);
    }
  }
}
