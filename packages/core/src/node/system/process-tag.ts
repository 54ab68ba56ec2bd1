import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { kill, pid } from 'node:process';

/**
 * Identifies this process on this machine by a short text that fits into a file name: `HOST-PID-STARTED`, where host and
 * start time are hashes of 8 hexadecimal digits.
 */
export function processTag(): string {
  return `${hostTag()}-${pid}-${startTag(pid)}`;
}

/**
 * Whether the process of a tag belongs to this machine and, for containers, to the PID namespace of this process. The number of
 * any other process does not identify it here.
 */
export function isFromHere(tag: string): boolean {
  return tag.split('-')[0] === hostTag();
}

/**
 * Whether the process of a tag is running, where its number is one of `processPlace()`. On Linux, a new process that got the
 * number of an old one is recognised by its start time.
 */
export function isRunningHere(tag: string): boolean {
  const [, number, started] = tag.split('-');
  if (!isRunning(Number(number))) return false;
  const now = startTag(Number(number));
  return now === UNKNOWN_START || now === started;
}

/**
 * The place in which the number of a process identifies it: the boot of the machine and, for containers, the PID namespace. On
 * systems without `/proc` it is the name of the host.
 */
export function processPlace(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

const UNKNOWN_START = '00000000';

function isRunning(number: number): boolean {
  try {
    kill(number, 0); // signal 0 only tests whether the process exists
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function hostTag(): string {
  return short(`${hostname()} ${pidNamespace() ?? ''}`);
}

/** The PID namespace as Linux names it. `undefined` on systems without `/proc`. */
function pidNamespace(): string | undefined {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return undefined;
  }
}

/**
 * A hash of the boot id and the start time (field 22 of `/proc/PID/stat`). On systems without `/proc` it is the same for all
 * processes.
 */
function startTag(number: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = readFileSync(`/proc/${number}/stat`, 'utf8');
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // fields from the third on
    return short(`${boot} ${afterName[19]}`);
  } catch {
    return UNKNOWN_START;
  }
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
