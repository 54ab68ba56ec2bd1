import { nodeEndpoint } from '@sprout/core';
import * as Comlink from 'comlink';
import { parentPort } from 'node:worker_threads';
import { engineService } from './engine-service.ts';

if (parentPort === null) throw new Error('engine-worker runs as a worker thread only');
Comlink.expose(engineService(), nodeEndpoint(parentPort));
