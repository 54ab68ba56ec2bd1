import type { ErrorCode } from '@sprout/core';

/** The exit codes. Those from 64 to 78 are those of sysexits.h. */
export const EXIT = {
  done: 0,
  failure: 1,
  usage: 2,
  badData: 3,
  badFormat: 65,
  unavailable: 69,
  inputOutput: 74,
  locked: 75,
  interrupted: 130,
} as const;

const BY_ERROR: Readonly<Record<ErrorCode, number>> = {
  'option-invalid': EXIT.usage,
  'name-unknown': EXIT.usage,
  'folder-missing': EXIT.usage,
  'file-missing': EXIT.usage,
  'run-missing': EXIT.usage,
  'folder-empty': EXIT.badData,
  'folder-without-classes': EXIT.badData,
  'folder-ambiguous': EXIT.badData,
  'class-too-small': EXIT.badData,
  'class-unusable': EXIT.badData,
  'class-map-differs': EXIT.badData,
  'classes-unknown': EXIT.badData,
  'subset-empty': EXIT.badData,
  'images-bad': EXIT.badData,
  'image-unreadable': EXIT.badData,
  'image-undecodable': EXIT.badData,
  'image-unprocessable': EXIT.badData,
  'image-refused': EXIT.badData,
  'image-too-large': EXIT.badData,
  'images-differ-in-size': EXIT.badData,
  'config-invalid': EXIT.badFormat,
  'recipe-invalid': EXIT.badFormat,
  'recipe-mismatch': EXIT.badFormat,
  'file-invalid': EXIT.badFormat,
  'model-unsupported': EXIT.badFormat,
  'shape-mismatch': EXIT.badFormat,
  'weight-missing': EXIT.badFormat,
  'weight-unknown': EXIT.badFormat,
  'weights-unfit': EXIT.badFormat,
  'run-incompatible': EXIT.badFormat,
  'download-refused': EXIT.badFormat,
  'engine-unavailable': EXIT.unavailable,
  'download-failed': EXIT.unavailable,
  'file-unwritable': EXIT.inputOutput,
  'folder-unreadable': EXIT.inputOutput,
  'run-locked': EXIT.locked,
  'file-exists': EXIT.failure,
  'run-exists': EXIT.failure,
  'split-incomplete': EXIT.failure,
  'folder-occupied': EXIT.failure,
  'training-diverged': EXIT.failure,
  'worker-lost': EXIT.failure,
};

/** The exit code for a `SproutError`. */
export function exitCodeOf(code: ErrorCode): number {
  return BY_ERROR[code];
}
