import { countOf } from '../text/count-of.ts';
import { closest } from './closest.ts';
import type { ErrorCode, ErrorContexts } from './error-contexts.ts';

type Explanations = { readonly [C in ErrorCode]: (context: ErrorContexts[C]) => string };

/** The message of each code: one sentence that names the subject, the rule and the value. */
export const EXPLAIN: Explanations = {
  'image-unreadable': ({ file, reason }) => `Cannot read ${file}: ${reason}`,
  'image-undecodable': ({ file, reason }) => `Cannot decode ${file}: ${reason}`,
  'image-refused': ({ file, reason }) => `${file} is refused: ${reason}`,
  'image-too-large': ({ file, height, width, limit }) =>
    `${file} is ${height} x ${width} pixels; at most ${limit} pixels are read; pixelLimit (--pixel-limit) sets another limit`,
  'image-unprocessable': ({ file, reason }) => `Cannot process ${file}: ${reason}`,
  'images-differ-in-size': ({ file, expected, received }) =>
    `${file} is ${received} after the recipe where the batch holds ${expected}; add a resize to the recipe`,
  'images-bad': ({ count, total, first }) =>
    `${count} of ${countOf(total, 'image')} cannot be used (first: ${first})`,
  'folder-missing': ({ folder }) => `There is no folder ${folder}`,
  'folder-unreadable': ({ folder, reason }) => `Cannot read the folder ${folder}: ${reason}`,
  'folder-empty': ({ folder, links, direct = 0 }) =>
    `${folder} holds no images in class folders${links === 0 ? '' : `; links that lead out of it were not followed (${links})`}${
      direct === 0
        ? ''
        : `; ${direct} image${direct === 1 ? ' lies' : 's lie'} directly in it: make one sub-folder for each class`
    }`,
  'folder-ambiguous': ({ folder, parts, classes }) =>
    `${folder} can be read as divided into the parts ${parts}, or as the classes ${classes}; move the folders that do not belong there`,
  'folder-occupied': ({ folder, holds }) =>
    `${folder} holds ${holds}; name a folder that is new or empty`,
  'folder-without-classes': ({ folder, classes }) =>
    `${folder} has ${countOf(classes, 'class folder')} with images; a classifier needs at least two`,
  'class-too-small': ({ className, available, requested }) =>
    `Class "${className}" has ${countOf(available, 'image')}; ${requested} for validation leave none for training`,
  'class-unusable': ({ className, images, first }) =>
    images === 1
      ? `The only image of class "${className}" cannot be used (${first})`
      : `None of the ${images} images of class "${className}" can be used (first: ${first})`,
  'subset-empty': ({ subset, reason }) => `No images are left for ${subset}: ${reason}`,
  'class-map-differs': ({ left, right, className }) =>
    `${left} and ${right} have different classes: "${className}"`,
  'classes-unknown': ({ source, names, known }) =>
    `The model does not have these classes of ${source}: ${unknownClasses(names, known)}`,
  'recipe-invalid': ({ recipe, reason }) => `${recipe} is not valid: ${reason}`,
  'recipe-mismatch': ({ left, right, field }) =>
    `${left} and ${right} were prepared differently: ${field}`,
  'option-invalid': ({ option, value, rule }) => `${option} must be ${rule}; received ${value}`,
  'name-unknown': ({ kind, name, known }) => `Unknown ${kind} "${name}"${suggestion(name, known)}`,
  'config-invalid': ({ source, kind = 'configuration', reason }) =>
    `${source} is not a valid ${kind}: ${reason}`,
  'file-invalid': ({ file, reason }) => `${file} is damaged or of another format: ${reason}`,
  'file-missing': ({ file }) => `There is no file ${file}`,
  'file-exists': ({ file, reason }) =>
    `${file} exists already and is not overwritten${reason === undefined ? '' : `: ${reason}`}`,
  'file-unwritable': ({ file, reason }) => `Cannot write ${file}: ${reason}`,
  'split-incomplete': ({ folder, files }) =>
    `${files} file${files === 1 ? ' of the split is' : 's of the split are'} not back; the journal in ${folder} is kept, so that the command can be repeated`,
  'run-locked': ({ run, holder, advice }) =>
    `${run} is in use by ${holder}${advice === undefined ? '' : `; ${advice}`}`,
  'run-exists': ({ run, isFinished }) =>
    isFinished
      ? `There is a run ${run} already; choose another name`
      : `There is a run ${run} already, which is not finished; choose another name, or resume it`,
  'run-missing': ({ run, meant }) =>
    `There is no run ${run}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
  'run-incompatible': ({ run, reason }) => `${run} cannot be used for this: ${reason}`,
  'shape-mismatch': ({ what, expected, received }) =>
    `${what} must have the shape ${expected}; received ${received}`,
  'weight-missing': ({ weight, shape }) => `The weight ${weight} (${shape}) is missing`,
  'weight-unknown': ({ weight, shape }) =>
    `${weight} (${shape}) is not a weight of the model, nor part of its optimiser's state`,
  'weights-unfit': ({ weights, faults }) => `${weights} do not fit: ${faults}`,
  'download-failed': ({ file, address, reason, advice }) =>
    `Cannot download ${file} from ${address}: ${reason}; ${advice}`,
  'download-refused': ({ file, address, reason, advice }) =>
    `The download of ${file} from ${address} is refused: ${reason}; nothing of it was kept; ${advice}`,
  'model-unsupported': ({ what, reason }) => `${what} is not supported: ${reason}`,
  'engine-unavailable': ({ engine, reason }) => `The engine ${engine} is not available: ${reason}`,
  'training-diverged': ({ epoch, step, loss }) =>
    `The loss became ${loss} in epoch ${epoch}, step ${step}; a smaller learning rate may help`,
  'worker-lost': ({ task, reason }) => `The worker for ${task} stopped: ${reason}`,
};

/** The most unknown classes that a message names. */
const NAMED = 5;

function unknownClasses(names: readonly string[], known: readonly string[]): string {
  const clauses = names.slice(0, NAMED).map((name) => {
    const match = closest(name, known);
    return `"${name}"${match === undefined ? '' : ` (did you mean "${match}"?)`}`;
  });
  const more = names.length - clauses.length;
  return `${clauses.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function suggestion(name: string, known: readonly string[]): string {
  const match = closest(name, known);
  return match === undefined ? `; known: ${known.join(', ')}` : `; did you mean "${match}"?`;
}
