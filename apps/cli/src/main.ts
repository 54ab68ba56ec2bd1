import { endAtOnce } from './process/end-at-once.ts';
import { EXIT } from './process/exit-code.ts';
import { watchThreads } from './process/running-threads.ts';
import { addCompletionCommand } from './program/completion-command.ts';
import { program } from './program/program.ts';
import { runProgram } from './run-program.ts';

/** How long threads may take to end after an interruption. */
const GRACE_MS = 1000;

const threads = watchThreads();
const root = program();
await addCompletionCommand(root, process.argv);
process.exitCode = await runProgram(root, process.argv);
// Node would wait for a stopped image worker until its decoder returns
if (process.exitCode === EXIT.interrupted && !(await threads.ended(GRACE_MS))) endAtOnce();
