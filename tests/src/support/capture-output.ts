import { vi } from 'vitest';

/** What is written on the streams of this process until it is disposed of. */
export interface CapturedOutput extends Disposable {
  readonly stdout: string;
  readonly stderr: string;
}

/** Captures what is written on stdout and stderr. Disposing also removes the listeners that the streams have got since. */
export function captureOutput(): CapturedOutput {
  const stdout = capture(process.stdout);
  const stderr = capture(process.stderr);
  return {
    get stdout() {
      return stdout.text();
    },
    get stderr() {
      return stderr.text();
    },
    [Symbol.dispose]: () => {
      stderr.release();
      stdout.release();
    },
  };
}

function capture(stream: NodeJS.WriteStream): { text: () => string; release: () => void } {
  const before = stream.listeners('error');
  let text = '';
  const write = vi.spyOn(stream, 'write').mockImplementation((chunk) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  });
  return {
    text: () => text,
    release: () => {
      write.mockRestore();
      for (const listener of stream.listeners('error'))
        if (!before.includes(listener)) stream.off('error', listener as () => void);
    },
  };
}
