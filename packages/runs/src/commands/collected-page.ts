import type { Sample } from '@sprout/core';
import type { Context } from '../event/run-context.ts';
import { writePredictions, type WritePredictionsOptions } from '../report/write-predictions.ts';
import { mostProbable } from './most-probable.ts';
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
  threshold,
  top,
}: Pick<PredictOptions, 'run' | 'html' | 'threshold' | 'top'>): CollectedPage | undefined {
  if (html === undefined) return undefined;
  const files: WritePredictionsOptions['files'][number][] = [];
  const failed: FailedFile[] = [];
  return {
    add: (sample, result) => {
      if ('error' in result) failed.push(result);
      else {
        const { predicted, probability, best, classes } = result;
        const ranked = top === undefined ? undefined : mostProbable(classes, top); // not all: there may be many images
        files.push({ sample, predicted, probability, best, ranked });
      }
    },
    write: async (options) => {
      await writePredictions(html, { ...options, run, files, failed, threshold, last: UNKNOWN });
      options.emit({ type: 'page-written', file: html });
    },
  };
}
