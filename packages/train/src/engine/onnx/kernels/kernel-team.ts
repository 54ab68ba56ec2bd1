import { workerEntry } from '@sprout/core';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { KERNEL_NAMES } from '../../../graph/kernel-nodes/kernel-parameters.ts';
import {
  instantiateKernels,
  kernelModule,
  type Kernels,
  MOST_THREADS,
} from './instantiate-kernels.ts';
import type { WasmMemory } from './web-assembly.ts';
import type { KernelWorkerData, MemoryMessage } from './kernel-worker.ts';
import {
  computeParts,
  CONTROL,
  type KernelCall,
  MOST_ADDRESSES,
  MOST_PARTS,
  ticketOf,
} from './team-control.ts';

/** How often the calling thread looks whether all parts are finished before it sleeps. */
const SPINS = 2_000;

/** Computes a kernel on the memory of a team. Returns when all parts are computed. */
export type RunKernel = (call: KernelCall) => void;

const teams = new Map<number, KernelTeam>();

/** The team of `threads` threads of this thread of JavaScript. Its workers do not keep the process alive. */
export function kernelTeam(threads: number): KernelTeam {
  const size = Math.min(threads, MOST_THREADS);
  const known = teams.get(size);
  if (known !== undefined) return known;
  const team = new KernelTeam(size);
  teams.set(size, team);
  return team;
}

/**
 * The calling thread, and workers that wait for its calls of kernels. All threads take parts of a call until none is left. The results
 * depend neither on the number of threads nor on which of them computes a part. The calling thread does not wait for workers that
 * have not started.
 */
export class KernelTeam {
  readonly #control = new Int32Array(
    new SharedArrayBuffer((CONTROL.addresses + MOST_ADDRESSES) * Int32Array.BYTES_PER_ELEMENT),
  );
  readonly #ports: readonly MessagePort[];
  readonly #unused = new FinalizationRegistry<number>((number) =>
    this.#tell({ number, memory: undefined }),
  );
  #memories = 0;
  #job = 0;

  /** @param size The number of threads, the calling thread included. */
  constructor(size: number) {
    this.#ports = Array.from({ length: size - 1 }, (_, at) => this.#startWorker(at + 1));
  }

  /** The kernels on a memory. The workers forget the memory after the returned function is collected. */
  kernelsOn(memory: WasmMemory): RunKernel {
    const kernels = instantiateKernels(memory);
    const number = this.#memories++;
    this.#tell({ number, memory });
    const run: RunKernel = (call) => {
      const isShared = this.#ports.length > 0 && call.parts > 1 && call.parts <= MOST_PARTS;
      if (isShared) this.#share(call, { kernels, number });
      else kernels[call.kernel]!(call.parameters, 0, call.parts, ...call.addresses); // a node with parameters has a kernel
    };
    this.#unused.register(run, number);
    return run;
  }

  #share(call: KernelCall, own: { readonly kernels: Kernels; readonly number: number }): void {
    const control = this.#control;
    const job = this.#close();
    control[CONTROL.parts] = call.parts;
    control[CONTROL.memory] = own.number;
    control[CONTROL.kernel] = KERNEL_NAMES.indexOf(call.kernel);
    control[CONTROL.parameters] = call.parameters;
    control[CONTROL.addressCount] = call.addresses.length;
    control.set(call.addresses, CONTROL.addresses);
    Atomics.store(control, CONTROL.finished, 0);
    Atomics.store(control, CONTROL.failed, 0);
    Atomics.store(control, CONTROL.ticket, ticketOf(job, 0));
    this.#wake(job);
    computeParts(control, own.kernels, { job, call });
    this.#waitFor(call.parts);
    if (Atomics.load(control, CONTROL.failed) !== 0)
      throw new Error(`the kernel ${call.kernel} failed in another thread`);
  }

  #waitFor(parts: number): void {
    const control = this.#control;
    let spins = 0;
    for (;;) {
      const finished = Atomics.load(control, CONTROL.finished);
      if (finished === parts) return;
      if (spins++ >= SPINS) Atomics.wait(control, CONTROL.finished, finished);
    }
  }

  /** Sends a message to all workers, which they read when they wake up. */
  #tell(message: MemoryMessage): void {
    for (const port of this.#ports) port.postMessage(message);
    this.#wake(this.#close());
  }

  /** Begins a job without tickets. @returns Its number. */
  #close(): number {
    const job = ++this.#job;
    Atomics.store(this.#control, CONTROL.ticket, ticketOf(job));
    return job;
  }

  #wake(job: number): void {
    Atomics.store(this.#control, CONTROL.job, job);
    Atomics.notify(this.#control, CONTROL.job);
  }

  #startWorker(thread: number): MessagePort {
    const { port1, port2 } = new MessageChannel();
    const data: KernelWorkerData = {
      control: this.#control,
      port: port2,
      module: kernelModule(),
      thread,
    };
    const worker = new Worker(workerEntry('./kernel-worker', import.meta.url), {
      workerData: data,
      transferList: [port2],
    });
    worker.on('error', () => port1.close()); // the other threads take its parts
    worker.unref();
    port1.unref();
    return port1;
  }
}
