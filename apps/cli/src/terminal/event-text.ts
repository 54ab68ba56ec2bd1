import { countOf } from '@sprout/core';
import type { RunEvent } from '@sprout/runs';
import { countedIs } from './counted-is.ts';
import { extensionText } from './extension-text.ts';
import { healthText } from './health-text.ts';
import { stageStartedText } from './stage-text.ts';
import { planText } from './plan-text.ts';

/** One or more lines for stderr: a note, which `--quiet` hides, or a warning. */
export interface EventText {
  readonly level: 'note' | 'warning';
  readonly text: string;
}

type EventOf<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>;

/** The texts of events. Events that are missing here have none: a progress bar or the result of the command shows them. */
type Texts = {
  readonly [Type in RunEvent['type']]?: (event: EventOf<Type>) => EventText | undefined;
};

const note = (text: string): EventText => ({ level: 'note', text });
const warning = (text: string): EventText => ({ level: 'warning', text });

const TEXTS: Texts = {
  'class-without-images': ({ className }) =>
    warning(`the folder ${className} holds no images, so there is no class of that name`),
  'class-not-in-part': ({ className, part }) =>
    warning(`the class ${className} has no images in ${part}`),
  'folder-divided': ({ folder, parts: { training, validation, test } }) =>
    note(
      [
        validation === undefined
          ? `${folder} is divided already: ${training} is the data set`
          : `${folder} is divided already: ${training} and ${validation} are the split; the options for validation images are not used`,
        ...(test === undefined
          ? []
          : [`${test} is not used; sprout evaluate RUN ${folder}/${test} evaluates it`]),
      ].join('; '),
    ),
  'class-not-followed': ({ className }) =>
    warning(
      `${className} is a link that leads out of the folder, so there is no class of that name; --follow-links follows it`,
    ),
  'links-not-followed': ({ count, first }) =>
    warning(
      `${countedIs(count, 'link')} not followed, because they lead out of the folder (first: ${first}); --follow-links follows them`,
    ),
  'twin-classes': ({ classNames }) =>
    warning(`${classNames.join(' and ')} look the same but are written differently: two classes`),
  'path-left-out': ({ path, reason }) => warning(`${path} is left out: ${reason}`),
  'path-passed-over': ({ path, reason }) => warning(passedOver(path, reason)),
  'files-passed-over': ({ count }) => note(`${countedIs(count, 'other file')} passed over`),
  'tags-unmatched': ({ images, rows, first }) =>
    warning(
      [
        images > 0 &&
          `${countedIs(images, 'image')} without tags and left out (${first.join(', ')}${images > first.length ? ', ...' : ''})`,
        rows > 0 && `${countedIs(rows, 'row')} of the table of tags without an image`,
      ]
        .filter((text) => text !== false)
        .join('; '),
    ),
  'groups-missing': ({ count, first }) =>
    warning(
      `${countedIs(count, 'image')} in no group; each is treated as a group of its own (first: ${first.join(', ')})`,
    ),
  'subsets-missing': ({ count, first }) =>
    warning(
      `${countedIs(count, 'image')} not in the table of subsets and left out (first: ${first.join(', ')})`,
    ),
  'name-extended': ({ id, name }) =>
    note(`images whose names differ only in the extension keep it: ${id} becomes ${name}`),
  'no-images': () => warning('there are no images to predict'),
  'images-sorted': ({ folder, images, unknown }) =>
    note(
      `${countOf(images, 'image')} sorted into ${folder}${unknown === undefined ? '' : `, ${unknown} of them as unknown`}`,
    ),
  'page-written': ({ file }) => note(`page: ${file}`),
  'image-left-out': ({ reason }) => warning(`left out: ${reason}`),
  'images-left-out': ({ count, first }) =>
    warning(
      `${countedIs(count, 'image')} left out, as unusable (first: ${first})${count > 1 ? '; sprout inspect lists all of them' : ''}`,
    ),
  'images-divided': ({ images, classes, training, validation }) =>
    note(
      `${countOf(images, 'image')} in ${countOf(classes, 'class')}: ${training} for training, ${validation} for validation`,
    ),
  'cache-unavailable': ({ reason }) =>
    warning(`prepared images cannot be kept on disk, so epochs take longer: ${reason}`),
  'examination-left-out': ({ images }) =>
    note(
      `${countedIs(images, 'image')} not examined for duplicates and giveaways; sprout inspect examines them`,
    ),
  examined: ({ health }) => note(healthText(health)),
  finding: ({ finding: { severity, kind, sentence } }) => {
    if (severity !== 'note') return warning(sentence);
    return kind === 'mixed-shapes' ? note(sentence) : undefined; // an option of this command changes the result
  },
  'download-awaited': ({ holder }) => note(`waiting for the download by ${holder}`),
  'weights-found': ({ file, downloaded, checked, licence, source }) =>
    note(
      [
        `${downloaded ? 'downloaded' : 'found'} ${file}`,
        ...(licence === undefined ? [] : [`licence ${licence}, published at ${source}`]),
        checked,
      ].join('\n'),
    ),
  'model-by-default': ({ model }) =>
    note(
      `no model was named, so ${model} is trained, which needs no released weights; --model auto compares several models, with released weights too, in 15 minutes (--budget)`,
    ),
  'run-finished-before': ({ run }) =>
    note(`${run} is finished; --epochs trains it for more epochs`),
  'images-small': ({ height, width }) =>
    warning(
      `images of ${height} x ${width} pixels show few details; --size sets another size, such as 96`,
    ),
  'search-started': ({ candidates, seconds }) =>
    note(`comparing ${candidates.join(', ')} within ${durationText(seconds)}`),
  'candidate-left-out': ({ candidate, reason }) => note(`${candidate} is left out: ${reason}`),
  'trial-started': ({ candidate, round, epochs }) =>
    note(`round ${round}: ${candidate}, ${countOf(epochs, 'epoch')}`),
  'search-ended': ({ winner, accuracy, epochs }) =>
    note(
      `${winner} is the best, with ${(accuracy * 100).toFixed(1)} % of the compared images right; training it on all training images, ${countOf(epochs, 'epoch')}`,
    ),
  'extraction-started': ({ stored, rows }) =>
    stored === 0 ? undefined : note(`${stored} of ${rows} rows of features are stored already`),
  'features-complete': ({ store, rows }) => note(`${store} is complete: ${countOf(rows, 'row')}`),
  'features-used': ({ store, automatic }) =>
    note(
      automatic
        ? `the base is frozen and the images are always the same: its features are computed once, in ${store}, and the head is trained on them (--features none: on the images)`
        : `the head is trained on the features in ${store}`,
    ),
  'picture-written': ({ file, subject }) =>
    note(subject === undefined ? `wrote ${file}` : `wrote ${file}: ${subject}`),
  'subject-dead': ({ subject, starts }) =>
    warning(
      `${subject} has no gradient from ${countOf(starts, 'start')}, so there is no picture of it`,
    ),
  'ascent-stopped': ({ subject, steps }) =>
    warning(
      `the value of ${subject} became a number that is not finite; its picture is that after ${countOf(steps, 'step')}`,
    ),
  'training-planned': (event) => note(planText(event)),
  'run-extended': (event) => note(extensionText(event)),
  'rate-suggested': ({ suggestion, used }) =>
    note(
      `suggested learning rate ${suggestion.toPrecision(2)}; the training uses ${used} (train.optimiser.learningRate)`,
    ),
  'stage-started': (event) => note(stageStartedText(event)),
  'demo-draw': ({ folder }) => note(`1. drawing seedlings into ${folder}`),
  'demo-examine': () => note('2. examining them'),
  'demo-train': ({ model }) =>
    note(
      model === 'logistic'
        ? '3. training the baseline: logistic regression on the pixels'
        : '4. training a small convolutional net',
    ),
  'file-changed': ({ file, rewritten }) =>
    warning(
      `${file} was changed since it was written${rewritten ? '; it is written again' : ', so its values may not be those of the run'}`,
    ),
  'log-of-other-version': ({ file, written, own }) =>
    warning(`${file} was written by Sprout ${written}, and this is ${own}: pixels may differ`),
  'pictures-missing': ({ reason }) => warning(`the report has no pictures: ${reason}`),
};

/** The text of an event; `undefined` if it has none. */
export function eventText(event: RunEvent): EventText | undefined {
  const textOf = TEXTS[event.type] as ((event: RunEvent) => EventText | undefined) | undefined; // a key is an event's type
  return textOf?.(event);
}

/** The text for a path that is not an image. */
export function passedOver(path: string, reason: string): string {
  return `${path} is passed over: ${reason}`;
}

function durationText(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${Number((seconds / 60).toFixed(1))} minutes`;
}
