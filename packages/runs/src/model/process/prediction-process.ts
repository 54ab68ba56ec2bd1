import { processEndpoint } from '@sprout/core';
import * as Comlink from 'comlink';
import { predictionService } from './prediction-service.ts';

if (process.send === undefined) throw new Error('prediction-process runs as a child process only');
process.on('SIGINT', () => undefined); // Ctrl-C reaches all processes of a terminal; the parent ends this one
process.on('disconnect', () => process.exit());
Comlink.expose(predictionService(), processEndpoint(process));
