/** What each error code carries. Adding a code here is the only way to throw a new kind of error. */
export interface ErrorContexts {
  'image-unreadable': { file: string; reason: string };
  'image-undecodable': { file: string; reason: string };
  'image-refused': { file: string; reason: string };
  'image-too-large': { file: string; height: number; width: number; limit: number };
  'image-unprocessable': { file: string; reason: string };
  'images-differ-in-size': { file: string; expected: string; received: string };
  'images-bad': { count: number; total: number; first: string };
  'folder-missing': { folder: string };
  'folder-unreadable': { folder: string; reason: string };
  'folder-empty': { folder: string };
  'folder-occupied': { folder: string; holds: string };
  'folder-without-classes': { folder: string; classes: number };
  'class-too-small': { className: string; available: number; requested: number };
  'class-unusable': { className: string; images: number; first: string };
  'subset-empty': { subset: string; reason: string };
  'class-map-differs': { left: string; right: string; className: string };
  'recipe-invalid': { recipe: string; reason: string };
  'recipe-mismatch': { left: string; right: string; field: string };
  'option-invalid': { option: string; value: string; rule: string };
  'name-unknown': { kind: string; name: string; known: readonly string[] };
  'config-invalid': { source: string; reason: string };
  'file-invalid': { file: string; reason: string };
  'file-missing': { file: string };
  'file-exists': { file: string };
  'file-unwritable': { file: string; reason: string };
  'run-locked': { run: string; holder: string };
  'run-incompatible': { run: string; reason: string };
  'shape-mismatch': { what: string; expected: string; received: string };
  'model-unsupported': { what: string; reason: string };
  'engine-unavailable': { engine: string; reason: string };
  'training-diverged': { epoch: number; step: number; loss: string };
  'worker-lost': { task: string; reason: string };
}

export type ErrorCode = keyof ErrorContexts;
