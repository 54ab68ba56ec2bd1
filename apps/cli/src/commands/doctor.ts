import { engines as enginesHere } from '@sprout/runs';
import { availableParallelism, cpus, freemem, totalmem } from 'node:os';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';
import { version } from '../process/version.ts';

/** `sprout doctor`: the versions, processor, memory and engines of this machine, and why an engine is not available. */
export async function doctor(options: ReporterOptions): Promise<void> {
  const { engines, chosen } = await enginesHere();
  const data = {
    sprout: version(),
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    memory: { total: totalmem(), free: freemem() },
    engines,
    chosen,
  };
  const facts = [
    ['sprout', data.sprout],
    ['node', data.node],
    ['platform', data.platform],
    ['processor', `${data.processor}, ${data.cores} core${data.cores === 1 ? '' : 's'}`],
    ['memory', `${gibibytes(data.memory.free)} of ${gibibytes(data.memory.total)} GiB free`],
  ];
  const lines = engines.map(({ name, available, version: engineVersion, detail, reason }) => {
    const mark = name === chosen ? '*' : available ? '+' : '-';
    return `  ${mark} ${name.padEnd(10)}  ${available ? `${engineVersion ?? ''}  ${detail ?? ''}` : `not available: ${reason ?? ''}`}`;
  });
  const text = [
    ...facts.map(([name = '', value]) => `${name.padEnd(12)}  ${value}`),
    'engines       (* is taken, + is there, - is not)',
    ...lines,
  ];
  createReporter(options).result(text.join('\n'), data);
}

function gibibytes(bytes: number): string {
  return (bytes / 2 ** 30).toFixed(1);
}
