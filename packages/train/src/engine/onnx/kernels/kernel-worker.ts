import { type MessagePort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { KERNEL_NAMES } from '../../../graph/kernel-nodes/kernel-parameters.ts';
import { instantiateKernels, type Kernels } from './instantiate-kernels.ts';
import type { WasmMemory } from './web-assembly.ts';
import { computeParts, CONTROL, type KernelCall } from './team-control.ts';

export interface KernelWorkerData {
  readonly control: Int32Array;
  readonly port: MessagePort;
  readonly module: object;
  /** The number of this thread; the calling thread has 0. */
  readonly thread: number;
}

/** Announces a memory, or, without one, that a memory is no longer used. */
export interface MemoryMessage {
  readonly number: number;
  readonly memory: WasmMemory | undefined;
}

const { control, port, module, thread } = workerData as KernelWorkerData;
const memories = new Map<number, Kernels>();

let job = 0;
for (;;) {
  Atomics.wait(control, CONTROL.job, job);
  job = Atomics.load(control, CONTROL.job);
  receiveMemories();
  const call = readCall();
  const kernels = memories.get(control[CONTROL.memory]!);
  if (kernels === undefined || call === undefined) continue;
  try {
    computeParts(control, kernels, { job, call });
  } catch {
    // the calling thread finds it in `failed`
  }
}

function receiveMemories(): void {
  for (;;) {
    const received = receiveMessageOnPort(port);
    if (received === undefined) return;
    const { number, memory } = received.message as MemoryMessage;
    if (memory === undefined) memories.delete(number);
    else memories.set(number, instantiateKernels(memory, { module, thread }));
  }
}

function readCall(): KernelCall | undefined {
  const kernel = KERNEL_NAMES[control[CONTROL.kernel]!];
  if (kernel === undefined) return undefined;
  const { addresses, addressCount } = CONTROL;
  return {
    kernel,
    parameters: control[CONTROL.parameters]!,
    addresses: [...control.subarray(addresses, addresses + control[addressCount]!)],
    parts: control[CONTROL.parts]!,
  };
}
