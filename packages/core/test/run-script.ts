import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const REGISTER = fileURLToPath(new URL('../../../tools/ts-register.mjs', import.meta.url));

export interface RunScriptOptions {
  readonly args: readonly string[];
  /** Shell commands to run before it. */
  readonly before?: string;
}

/** Starts a script of this folder in a process of its own. */
export function runScript(
  name: string,
  { args, before = '' }: RunScriptOptions,
): ChildProcessWithoutNullStreams {
  const script = fileURLToPath(new URL(name, import.meta.url));
  const command = [
    process.execPath,
    '--conditions=@sprout/source',
    '--import',
    REGISTER,
    script,
    ...args,
  ];
  return before === ''
    ? spawn(command[0]!, command.slice(1))
    : spawn('bash', ['-c', `${before}; exec "$@"`, 'bash', ...command]);
}

/** The output of a process, when it has ended. */
export async function outputOf(child: ChildProcessWithoutNullStreams): Promise<string> {
  let output = '';
  for await (const chunk of child.stdout) output += String(chunk);
  return output;
}
