import type { Html } from '../parts/html.ts';
import type { ReportData } from '../data/report-data.ts';
import { comparedResults } from './compared-results.ts';

/** The title of a page about several models: their names and the data set. */
export function comparedTitle({
  title,
  models,
}: {
  readonly title: string;
  readonly models: readonly { readonly name: string }[];
}): string {
  const names = models.map(({ name }) => name);
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''} on ${title}`;
}

/** The results of the models on their validation images. */
export function comparedHeadline({ models, pairs = [] }: ReportData): Html | undefined {
  const measured = models.flatMap(({ name, evaluation }) =>
    evaluation === undefined ? [] : [{ name, evaluation }],
  );
  return comparedResults(measured, { pairs, noun: 'validation image' });
}
