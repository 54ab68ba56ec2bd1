import { duplicateFindings } from './duplicates/duplicate-findings.ts';
import { giveawayFindings } from './giveaways/giveaway-findings.ts';
import type { HealthInput } from './report/health-input.ts';
import type { Finding, HealthReport } from './report/health-report.ts';
import { countOf } from '../text/count-of.ts';
import { nameSome } from './report/name-some.ts';

const RANK = { problem: 0, warning: 1, note: 2 };
/** Images of the largest class over those of the smallest. */
const UNEVEN = 1.5;
const VERY_UNEVEN = 4;
/** The largest width divided by height over the smallest. */
const MIXED = 1.3;
/** Fewer images than this are too few to learn from and to test on. */
const FEW = 20;

/** The findings of a report as sentences, the worst first. */
export function findings(
  report: Omit<HealthReport, 'findings'>,
  { keepsProportions = false }: Pick<HealthInput, 'keepsProportions'> = {},
): Finding[] {
  const all = [
    ...unreadable(report),
    ...duplicateFindings(report.duplicates),
    ...giveawayFindings(report.giveaways),
    ...unevenClasses(report),
    ...oneClass(report),
    ...(keepsProportions ? [] : mixedShapes(report)),
    ...smallClasses(report),
    ...wrongExtensions(report),
    ...oddFiles(report),
  ];
  return all.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
}

function unreadable({ bad, classes }: Omit<HealthReport, 'findings'>): Finding[] {
  if (bad.length === 0) return [];
  const files = bad.map(({ id }) => id);
  return [
    {
      severity: 'warning',
      kind: 'unreadable',
      sentence: `${countOf(files.length, 'file')} cannot be used: ${nameSome(files)}. Replace or remove them.`,
      classes: classes
        .filter((_, label) => bad.some((each) => each.label === label))
        .map(({ name }) => name),
      files,
    },
  ];
}

function unevenClasses({ classes, imbalance }: Omit<HealthReport, 'findings'>): Finding[] {
  const { ratio } = imbalance;
  if (ratio === undefined || ratio < UNEVEN) return [];
  const sorted = classes.toSorted((a, b) => a.images - b.images);
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  return [
    {
      severity: ratio < VERY_UNEVEN ? 'note' : 'warning',
      kind: 'imbalance',
      sentence: `${most.name} has ${ratio.toFixed(1)} times as many images as ${least.name} (${most.images} and ${least.images}). Add images to the small classes or train with class weights, and read the accuracy class by class.`,
      classes: [least.name, most.name],
      files: [],
    },
  ];
}

function smallClasses({ classes }: Omit<HealthReport, 'findings'>): Finding[] {
  const small = classes.filter(({ images }) => images < FEW);
  if (small.length === 0) return [];
  const names = small.map(({ name, images }) => `${name} (${images})`);
  return [
    {
      severity: small.some(({ images }) => images < 2) ? 'problem' : 'warning',
      kind: 'small-class',
      sentence: `${countOf(small.length, 'class')} with fewer than ${FEW} images: ${nameSome(names)}. That is too few to learn from and to test on; add images or leave the class out.`,
      classes: small.map(({ name }) => name),
      files: [],
    },
  ];
}

function oneClass({ classes }: Omit<HealthReport, 'findings'>): Finding[] {
  const [only, second] = classes;
  if (only === undefined || second !== undefined) return [];
  const { name, folders = [] } = only;
  const [first] = folders;
  const above = [name, ...(first?.split('/').slice(0, -1) ?? [])].join('/');
  const advice =
    first !== undefined
      ? `Its images are in the sub-folders ${nameSome(folders)}: if these are the classes, give the folder ${above} itself.`
      : 'A classifier needs at least two, each in a sub-folder of its own.';
  return [
    {
      severity: 'problem',
      kind: 'one-class',
      sentence: `${name} is the only class. ${advice}`,
      classes: [name],
      files: [],
    },
  ];
}

function mixedShapes({ proportions }: Omit<HealthReport, 'findings'>): Finding[] {
  if (proportions === undefined || proportions.most < MIXED * proportions.least) return [];
  const { least, most } = proportions;
  return [
    {
      severity: 'note',
      kind: 'mixed-shapes',
      sentence: `The images have different shapes: width divided by height is ${least.toFixed(2)} to ${most.toFixed(2)}. By default, all are resized to one shape, which changes their proportions; --fit crop keeps them and cuts off the edges.`,
      classes: [],
      files: [],
    },
  ];
}

function wrongExtensions({ wrongExtensions: wrong }: Omit<HealthReport, 'findings'>): Finding[] {
  if (wrong.length === 0) return [];
  const named = wrong.map(({ id, format }) => `${id} is ${format}`);
  return [
    {
      severity: 'note',
      kind: 'wrong-extension',
      sentence: `${countOf(wrong.length, 'file')} with an extension that does not fit the content: ${nameSome(named)}. Sprout reads them all the same; other programs may not.`,
      classes: [],
      files: wrong.map(({ id }) => id),
    },
  ];
}

function oddFiles({ odd = [] }: Omit<HealthReport, 'findings'>): Finding[] {
  if (odd.length === 0) return [];
  const named = odd.map(({ id, oddity }) => `${id} (${oddity})`);
  const subject = odd.length === 1 ? '1 file is' : `${odd.length} files are`;
  return [
    {
      severity: 'note',
      kind: 'odd-file',
      sentence: `${subject} odd, but sound: ${nameSome(named)}. Sprout reads the pixels all the same; other programs may not.`,
      classes: [],
      files: odd.map(({ id }) => id),
    },
  ];
}
