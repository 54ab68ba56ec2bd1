import { expect, test } from 'vitest';
import { model, names, report, textOf } from '../../test/report.ts';
import { renderReport } from './render-report.ts';

const HOSTILE = '<img src=x onerror=alert(1)>"\'&\u202E</script><script>alert(2)</script>';
const VOID = new Set(['meta', 'img', 'wbr', 'link', 'br', 'hr', 'input']);

/** Tags that are not closed in order, and attributes that are not quoted. */
function tagFaults(page: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  for (const [tag, close, name = '', rest = ''] of page.matchAll(TAG)) {
    if (close) {
      if (open.pop() !== name) faults.push(tag);
      continue;
    }
    if (!ATTRIBUTES.test(rest.replace(/\/$/, ''))) faults.push(tag);
    if (!rest.endsWith('/') && !VOID.has(name)) open.push(name);
  }
  return [...faults, ...open];
}

const TAG = /<(\/?)([a-zA-Z][\w:]*)([^>]*)>/g;
const ATTRIBUTES = /^(?:\s+[\w:-]+(?:="[^"<]*")?)*\s*$/;

test.each([2, 12, 60])('is a complete page for %i classes', async (count) => {
  const page = await renderReport(report(names(count)));
  expect(tagFaults(page)).toEqual([]);
  expect(page).toMatch(/^<!doctype html>/i);
  expect(page).not.toMatch(/NaN|undefined|\[object/);
  const text = textOf(page);
  expect(text).toContain(`small-cnn tells ${count} classes apart: it recognises 75.0 %`);
  expect(text).toContain('class 0 taken for class 1 3 of 12 (25.0 %)');
  expect(text).toContain('resize height=150 width=150');
});

test('needs no network and runs no script', async () => {
  const page = await renderReport(report(names(3)));
  expect(page).toContain('content="default-src &#39;none&#39;; img-src data:;');
  expect(page).not.toMatch(/https?:|<script|<link|<iframe|@import|url\((?!#)|\son\w+=/i);
  for (const [, address] of page.matchAll(/\s(?:src|href)="([^"]*)"/g))
    expect(address).toMatch(/^(?:data:image\/png;base64,|#)/);
});

test('shows all strings of the data as text', async () => {
  const data = report([HOSTILE, HOSTILE], {
    title: HOSTILE,
    baselines: [{ name: HOSTILE, accuracy: 0.3, samples: 24 }],
    health: {
      bad: [{ id: HOSTILE, reason: HOSTILE }],
      duplicates: [
        { kind: 'near', ids: [HOSTILE, HOSTILE], classes: [HOSTILE, 'b'], acrossSplit: true },
      ],
      giveaways: [{ feature: HOSTILE, accuracy: 0.9, chance: 0.5, suspicious: true, classes: [] }],
      findings: [{ severity: 'note', kind: 'giveaway', sentence: HOSTILE, classes: [], files: [] }],
    },
    use: [{ line: HOSTILE, purpose: HOSTILE }],
    reproduce: { seed: 0, commands: [], versions: [{ name: HOSTILE, value: HOSTILE }], hashes: [] },
  });
  const page = await renderReport(data);
  expect(tagFaults(page)).toEqual([]);
  expect(page).not.toMatch(/<script|<img src=x|\u202E/);
  expect(textOf(page)).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;\\u{202e}');
});

test('ids are unique, and every link inside the page has a target', async () => {
  const classes = names(3);
  const models = [model('small-cnn', classes), model('logistic', classes)];
  const page = await renderReport(
    report(classes, { models, health: { bad: [], duplicates: [], giveaways: [] } }),
  );
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = [...page.matchAll(/(?:href="|url\()#([^")]+)/g)].map(([, id]) => id);
  expect(targets.length).toBeGreaterThan(4);
  for (const target of targets) expect(ids).toContain(target);
});

test('warns of facts that make the accuracy doubtful', async () => {
  const twin = {
    kind: 'same-file',
    ids: ['a/1.png', 'b/1.png'],
    classes: ['a', 'b'],
    acrossSplit: true,
  } as const;
  const feature = {
    feature: 'border colour',
    accuracy: 0.6,
    chance: 0.5,
    suspicious: true,
    classes: [],
  };
  const classes = names(2);
  const health = { duplicates: [twin], giveaways: [feature] };
  const text = textOf(await renderReport(report(classes, { health })));
  expect(text).toContain('From border colour alone the class can be guessed in 60.0 % of cases');
  expect(text).toContain('1 group of equal pictures on both sides of the split');
  expect(text).toContain('in different classes');
  const quiet = { ...model('small-cnn', classes) };
  delete (quiet as { bestEpoch?: number }).bestEpoch; // a copy
  expect(await renderReport(report(classes, { models: [quiet] }))).not.toContain(
    'Before you trust',
  );
});

test('a model without an evaluation and a report without models are complete pages', async () => {
  const { evaluation: _, ...unchecked } = model('small-cnn', names(2));
  for (const models of [[unchecked], []]) {
    const page = await renderReport(report(names(2), { models }));
    expect(tagFaults(page)).toEqual([]);
    expect(page).not.toContain('Is that any good?');
  }
});

test('the same data gives the same bytes', async () => {
  expect(await renderReport(report(names(12)))).toBe(await renderReport(report(names(12))));
});

test('headings go down one level at a time, and every table has a caption', async () => {
  const bad = [{ id: 'a', reason: 'b' }];
  const page = await renderReport(report(names(3), { health: { bad, duplicates: [] } }));
  const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1));
  expect(page.split('<table').length).toBe(page.split('<caption').length);
});

test('of a model of tags, there is no comparison of accuracies and no confusion', async () => {
  const page = report(names(3));
  const [section] = page.models;
  const evaluation = {
    ...section!.evaluation!,
    f2: 0.9,
    f2AtHalf: 0.8,
    confusion: [],
    answers: [],
  }; // the report has one model
  const html = await renderReport({ ...page, models: [{ ...section!, evaluation }] }); // as above
  expect(html).not.toMatch(/Is that any good|What it confuses/);
  expect(html).toContain('Class by class');
});
