import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { kill, pid } from 'node:process';

/**
 * Names one run of one process on one machine, as short text that fits into a file name:
 * `HOST-PID-STARTED`, host and start as 8 hexadecimal digits.
 */
export function processTag(): string {
  return `${hostTag()}-${pid}-${startTag(pid)}`;
}

/**
 * Whether the process of a tag may still be running. Processes of other machines count as running, since nobody
 * can tell from here; where the system says when a process started, a new process with an old number does not.
 */
export function mayBeRunning(tag: string): boolean {
  const [host, number, started] = tag.split('-');
  if (host !== hostTag()) return true;
  if (!isRunning(Number(number))) return false;
  const now = startTag(Number(number));
  return now === UNKNOWN_START || now === started;
}

const UNKNOWN_START = '00000000';

function isRunning(number: number): boolean {
  try {
    kill(number, 0); // signal 0 only asks
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function hostTag(): string {
  return short(hostname());
}

/** Linux tells in ticks since boot (field 22 of `/proc/PID/stat`) when a process started. */
function startTag(number: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = readFileSync(`/proc/${number}/stat`, 'utf8');
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // from field 3 on
    return short(`${boot} ${afterName[19]}`);
  } catch {
    return UNKNOWN_START;
  }
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
