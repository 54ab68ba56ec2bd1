/** What each error code carries. Adding a code here is the only way to throw a new kind of error. */
export interface ErrorContexts {
  /** The file cannot be opened or read, is no regular file, or changed meanwhile. */
  'image-unreadable': { file: string; reason: string };
  /** The file is empty, damaged, cut off, or takes too long. */
  'image-undecodable': { file: string; reason: string };
  /** The file is of a format that is not decoded. */
  'image-refused': { file: string; reason: string };
  /** The header promises more pixels than the limit. */
  'image-too-large': { file: string; height: number; width: number; limit: number };
  /** The image was decoded, but OpenCV fails on it. */
  'image-unprocessable': { file: string; reason: string };
  /** The recipe does not bring the images of a batch to one size. */
  'images-differ-in-size': { file: string; expected: string; received: string };
  /** Some images cannot be used; `first` says why the first one cannot. */
  'images-bad': { count: number; total: number; first: string };
  /** There is no such folder. */
  'folder-missing': { folder: string };
  /** The folder cannot be listed. */
  'folder-unreadable': { folder: string; reason: string };
  /** The folder holds no images in class folders. */
  'folder-empty': { folder: string };
  /** The folder to write into holds something else. */
  'folder-occupied': { folder: string; holds: string };
  /** There are fewer classes than are needed. */
  'folder-without-classes': { folder: string; classes: number };
  /** A class has too few images for the validation asked for. */
  'class-too-small': { className: string; available: number; requested: number };
  /** All images of a class are bad. */
  'class-unusable': { className: string; images: number; first: string };
  /** No images are left for training or validation. */
  'subset-empty': { subset: string; reason: string };
  /** Two things that belong together know different classes. */
  'class-map-differs': { left: string; right: string; className: string };
  /** A recipe or an augmentation is not one. */
  'recipe-invalid': { recipe: string; reason: string };
  /** Two things that belong together were prepared by different recipes. */
  'recipe-mismatch': { left: string; right: string; field: string };
  /** An option's value is out of its range; `option` names it as the caller wrote it. */
  'option-invalid': { option: string; value: string; rule: string };
  /** There is no model, op, engine, ... of this name. */
  'name-unknown': { kind: string; name: string; known: readonly string[] };
  /** A configuration, or a part of one, breaks its schema. */
  'config-invalid': { source: string; reason: string };
  /** A file of ours is damaged, or is another file. */
  'file-invalid': { file: string; reason: string };
  /** A file that is needed is not there. */
  'file-missing': { file: string };
  /** A file would be overwritten. */
  'file-exists': { file: string };
  /** The system refuses to write: no space, no permission, ... */
  'file-unwritable': { file: string; reason: string };
  /** Another process works with the run or the cache. */
  'run-locked': { run: string; holder: string };
  /** The run cannot be resumed or reported on. */
  'run-incompatible': { run: string; reason: string };
  /** An array is not of the type or the shape that it should have. */
  'shape-mismatch': { what: string; expected: string; received: string };
  /** The model has a weight that was not given. */
  'weight-missing': { weight: string; shape: string };
  /** A weight, or a part of an optimiser's state, was given that the model does not have. */
  'weight-unknown': { weight: string; shape: string };
  /** A layer, or how it is set, is not supported where it is used. */
  'model-unsupported': { what: string; reason: string };
  /** An engine does not load here. */
  'engine-unavailable': { engine: string; reason: string };
  /** A loss is not a finite number. */
  'training-diverged': { epoch: number; step: number; loss: string };
  /** A worker ended, twice on the same image, or the engine did. */
  'worker-lost': { task: string; reason: string };
}

export type ErrorCode = keyof ErrorContexts;
