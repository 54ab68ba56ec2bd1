import type { Sample } from '@sprout/core';
import type { Context } from '../event/run-context.ts';
import { writePredictions, type WritePredictionsOptions } from '../report/write-predictions.ts';
import type { FailedFile, PredictOptions } from './predict-options.ts';
import { type PredictedFile, UNKNOWN } from './predicted-file.ts';

/** The page of `html`, for which results are collected. */
export interface CollectedPage {
  add(sample: Sample, result: PredictedFile | FailedFile): void;
  write(options: Context & Pick<WritePredictionsOptions, 'source'>): Promise<void>;
}

/** Collects results for the page of `html`; `undefined` without one. */
export function collectedPage({
  run,
  html,
}: Pick<PredictOptions, 'run' | 'html'>): CollectedPage | undefined {
  if (html === undefined) return undefined;
  const files: WritePredictionsOptions['files'][number][] = [];
  const failed: FailedFile[] = [];
  return {
    add: (sample, result) => {
      if ('error' in result) failed.push(result);
      else {
        const { predicted, probability, best } = result; // without the probabilities of all classes
        files.push({ sample, predicted, probability, best });
      }
    },
    write: async (options) => {
      await writePredictions(html, { ...options, run, files, failed, last: UNKNOWN });
      options.emit({ type: 'page-written', file: html });
    },
  };
}
