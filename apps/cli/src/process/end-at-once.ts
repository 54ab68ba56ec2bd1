import { EXIT } from './exit-code.ts';

/** Far longer than a signal takes to arrive. */
const ARRIVES_MS = 1000;

/**
 * Ends the process without waiting for its threads. `process.exit` would run the destructors of native libraries while another
 * thread computes in them, and abort. The default action of SIGINT ends all threads at once; a shell reports it as 130. The
 * listeners for `exit`, which restore the terminal, are called first.
 */
export function endAtOnce(): never {
  if (process.platform !== 'win32') {
    try {
      process.emit('exit', EXIT.interrupted);
    } finally {
      process.removeAllListeners('SIGINT');
      process.kill(process.pid, 'SIGINT');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ARRIVES_MS);
    }
  }
  return process.exit(EXIT.interrupted);
}
