import { expect, test } from 'vitest';
import { evaluation, names, textOf } from '../../test/report.ts';
import { evaluationPage } from './evaluation-page.ts';

const data = {
  model: 'small-cnn-1',
  folder: 'test <1>',
  evaluation: evaluation(names(2)),
  seen: { training: 0, validation: 0 },
  bad: 0,
  recipe: [{ op: 'resize', height: 64, width: 64 }],
  settings: [{ name: 'Engine', value: 'onnx' }],
};

test('has the result, its interval, the plots and how it was evaluated', async () => {
  const page = await evaluationPage(data);
  const text = textOf(page);
  expect(text).toContain('It recognises 75.0 % of 24 images.');
  expect(text).toContain('guessing: 50.0 %');
  for (const title of ['What it confuses', 'Class by class', 'Its worst mistakes'])
    expect(text).toContain(title);
  expect(text).toContain('resize height=64 width=64');
  expect(text).not.toContain('Before you trust');
  expect(page).toContain('<bdi>test &lt;1&gt;</bdi>');
  expect(page).not.toMatch(/<script|https?:/);
});

test('says how many images were seen, and the accuracy on the others', async () => {
  const seen = { training: 10, validation: 1, unseenAccuracy: 0.5 };
  const text = textOf(await evaluationPage({ ...data, seen, bad: 1 }));
  expect(text).toContain('Before you trust this number');
  expect(text).toContain('The model was trained on 10 of the 24 images');
  expect(text).toContain(
    '1 of the 24 images is a validation image of the run. The run chose its best epoch by its validation images, so the accuracy on them is usually somewhat too high.',
  );
  expect(text).toContain('Of the 13 images that it has not seen, it recognises 50.0 %.');
  expect(text).toContain('1 image left out, as unusable');
});

test('shows the accuracy on corrupted images, if it was measured', async () => {
  const title = 'On corrupted images';
  expect(textOf(await evaluationPage(data))).not.toContain(title);
  const corruptions = [{ name: 'fog', mean: 0.5, accuracies: [0.6, 0.4] }];
  const robustness = { folder: 'photos', samples: 24, accuracy: 0.75, mean: 0.5, corruptions };
  const text = textOf(await evaluationPage({ ...data, robustness }));
  expect(text).toContain(title);
  expect(text).toContain('75.0 % as they are, and 50.0 % on average');
});

test('says when it is not known which images were seen', async () => {
  const { seen: _, ...old } = data;
  expect(textOf(await evaluationPage(old))).toContain('is not known');
});

test('of a model of tags there is no confusion, and F2 instead of the accuracy', async () => {
  const tagged = { ...data.evaluation, f2: 0.8127, f2AtHalf: 0.7, confusion: [] };
  const text = textOf(await evaluationPage({ ...data, evaluation: tagged }));
  expect(text).toContain('On 24 images, F2 is 0.813 .');
  expect(text).not.toContain('What it confuses');
});
