import { argv, stdout } from 'node:process';
import { lock } from '../src/node/write/lock.ts';

// takes a lock, and prints why it cannot
await lock(argv[2] ?? '', 'x').catch((error: Error) => stdout.write(`${error.message}\n`));
