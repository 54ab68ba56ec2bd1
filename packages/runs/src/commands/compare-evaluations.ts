import { SproutError, writeAtomic } from '@sprout/core';
import { comparedEvaluationsPage } from '@sprout/viz';
import { basename, resolve } from 'node:path';
import { comparedContent } from '../comparison/compared-content.ts';
import { comparePairs, type RunPair } from '../comparison/compare-pairs.ts';
import { uniqueNames } from '../comparison/unique-names.ts';
import { DEFAULTS } from '../options/limits.ts';
import { addressFrom } from '../report/address-from.ts';
import { checkPage } from '../report/check-page.ts';
import { evaluationSection } from '../report/evaluation-section.ts';
import type { EvaluationRecord } from '../run/evaluation-record.ts';
import { readEvaluation, type ReadEvaluation } from '../run/read-evaluation.ts';

export interface CompareEvaluationsOptions {
  /** Two or more folders that `evaluate` wrote, all on the same folder of images. */
  readonly evaluations: readonly string[];
  /** The page to write, `comparison.html` by default. Only a comparison of the same evaluations is replaced. */
  readonly out?: string | undefined;
}

export interface CompareEvaluationsResult {
  /** In the order in which they were given. */
  readonly evaluations: readonly {
    readonly evaluation: string;
    /** That of the folder of the run or the model. */
    readonly name: string;
    readonly accuracy: number;
    /** Only of a model of tags. */
    readonly f2: number | undefined;
    readonly loss: number;
    readonly samples: number;
    /** The numbers of images that the run was trained and validated on, if they are known. */
    readonly seen: EvaluationRecord['seen'];
  }[];
  /** Each evaluation with each one before it. */
  readonly pairs: readonly RunPair[];
  /** The path of the page. */
  readonly report: string;
}

/** See `compareEvaluations` in `run-commands.ts`. */
export async function compareEvaluations({
  evaluations: folders,
  out = DEFAULTS.comparison,
}: CompareEvaluationsOptions): Promise<CompareEvaluationsResult> {
  if (folders.length < 2) {
    const rule = 'two evaluations or more';
    throw new SproutError('option-invalid', {
      option: 'evaluations',
      value: folders.join(', '),
      rule,
    });
  }
  const content = comparedContent(folders, 'evaluation');
  await checkPage(out, { content, kind: 'a comparison of these evaluations', option: 'out' });
  const all: ReadEvaluation[] = [];
  for (const folder of folders) all.push(await readEvaluation(folder));
  const images = imagesOf(all);
  const models = all.map(({ files, purpose }) =>
    basename(purpose?.evaluationOf ?? resolve(files.folder)),
  );
  const names = uniqueNames(models, folders);
  const pairs = comparePairs(all.map(({ predictions }, at) => ({ predictions, name: names[at]! }))); // one name for each
  const report = resolve(out);
  const page = await comparedEvaluationsPage({
    folder: images === undefined ? 'the same images' : basename(images),
    models: all.map((each, at) => ({
      name: names[at]!,
      evaluation: sectionOf(each),
      seen: each.evaluation.seen,
      href: addressFrom(report, each.files.report),
    })),
    pairs,
    content,
  });
  await writeAtomic(report, page);
  return { evaluations: all.map((each, at) => summaryOf(each, names[at]!)), pairs, report };
}

/** The folder that all evaluations are on: images of another folder may have the same names. */
function imagesOf(all: readonly ReadEvaluation[]): string | undefined {
  const known = all.filter(({ purpose }) => purpose !== undefined);
  const [first] = known;
  const other = known.find(({ purpose }) => purpose?.on !== first?.purpose?.on);
  if (first === undefined || other === undefined) return first?.purpose?.on;
  const named = [first, other].map(({ files, purpose }) => `${files.folder} on ${purpose?.on}`);
  const rule = 'evaluations on one folder of images';
  throw new SproutError('option-invalid', {
    option: 'evaluations',
    value: named.join(', '),
    rule,
  });
}

/** Without the worst mistakes, which the page of the evaluation shows as pictures. */
function sectionOf({ evaluation, predictions }: ReadEvaluation) {
  const shown = { ...evaluation, topLosses: [] };
  return evaluationSection({ evaluation: shown, predictions, pictures: new Map() });
}

function summaryOf({ files, evaluation }: ReadEvaluation, name: string) {
  const { accuracy, f2, loss, samples, seen } = evaluation;
  return { evaluation: files.folder, name, accuracy, f2, loss, samples, seen };
}
