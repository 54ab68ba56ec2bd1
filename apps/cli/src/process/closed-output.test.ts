import { afterEach, expect, test, vi } from 'vitest';
import { outliveReader, readerEnded } from './closed-output.ts';
import { EXIT } from './exit-code.ts';

const { exitCode } = process;

afterEach(() => {
  process.exitCode = exitCode;
  vi.restoreAllMocks();
});

test('the end of the reader ends the program, with the exit code that it has already', () => {
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  process.exitCode = undefined;
  readerEnded();
  process.exitCode = EXIT.badData;
  readerEnded();
  expect(exit.mock.calls).toEqual([[EXIT.done], [EXIT.badData]]);
});

test('a command that outlives the reader learns of its end, and the program goes on', () => {
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  {
    using output = outliveReader();
    expect(output.signal.aborted).toBe(false);
    readerEnded();
    expect(output.signal.aborted).toBe(true);
    expect(exit).not.toHaveBeenCalled();
  }
  readerEnded();
  expect(exit).toHaveBeenCalledOnce();
});
