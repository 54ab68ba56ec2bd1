/** The context of each error code. A new kind of error begins with a new code here. */
export interface ErrorContexts {
  /** The file cannot be opened or read, is not a regular file, or changed while it was in use. */
  'image-unreadable': { file: string; reason: string };
  /** The file is empty, damaged or truncated, or decoding it takes too long. */
  'image-undecodable': { file: string; reason: string };
  /** The file has a format, or a kind of it, that Sprout does not decode, or there is too little memory for it. */
  'image-refused': { file: string; reason: string };
  /** The header states more pixels than the limit allows. */
  'image-too-large': { file: string; height: number; width: number; limit: number };
  /** The image was decoded, but OpenCV failed on it. */
  'image-unprocessable': { file: string; reason: string };
  /** After the recipe, the images of a batch still differ in size. */
  'images-differ-in-size': { file: string; expected: string; received: string };
  /** Some images cannot be used; `first` says why the first one cannot. */
  'images-bad': { count: number; total: number; first: string };
  /** There is no such folder. */
  'folder-missing': { folder: string };
  /** The folder cannot be listed. */
  'folder-unreadable': { folder: string; reason: string };
  /**
   * The folder holds no images in class folders. `links` is the number of links out of it that were not followed, and `direct` the
   * number of images directly in it.
   */
  'folder-empty': { folder: string; links: number; direct?: number | undefined };
  /** The folder has parts such as `train` and `val`, and classes beside them. */
  'folder-ambiguous': { folder: string; parts: string; classes: string };
  /** The output folder holds other files. */
  'folder-occupied': { folder: string; holds: string };
  /** The folder has fewer classes than a classifier needs. */
  'folder-without-classes': { folder: string; classes: number };
  /** A class has too few images for the requested number of validation images. */
  'class-too-small': { className: string; available: number; requested: number };
  /** All images of a class are bad. */
  'class-unusable': { className: string; images: number; first: string };
  /** No images are left for training or validation. */
  'subset-empty': { subset: string; reason: string };
  /** Two folders must have the same classes and do not. */
  'class-map-differs': { left: string; right: string; className: string };
  /** A folder, a project or a table has classes that a model does not have. `known` are those of the model. */
  'classes-unknown': { source: string; names: readonly string[]; known: readonly string[] };
  /** A recipe or an augmentation does not follow its schema. */
  'recipe-invalid': { recipe: string; reason: string };
  /** Images must be prepared by the same recipe as others and are not. */
  'recipe-mismatch': { left: string; right: string; field: string };
  /** The value of an option is out of range. `option` is its name as the caller wrote it. */
  'option-invalid': { option: string; value: string; rule: string };
  /** There is no model, op, engine, ... with this name. */
  'name-unknown': { kind: string; name: string; known: readonly string[] };
  /** A configuration, or a part of one, does not follow its schema. `kind` names the part, such as a recipe. */
  'config-invalid': {
    source: string;
    kind?: 'recipe' | 'augmentation' | undefined;
    reason: string;
  };
  /** A file that Sprout reads is damaged or has another format. */
  'file-invalid': { file: string; reason: string };
  /** A required file does not exist. */
  'file-missing': { file: string };
  /** The file exists and would be overwritten. `reason` says why it is not, and `option` is the one that names another file. */
  'file-exists': { file: string; reason?: string | undefined; option?: string | undefined };
  /** The system cannot write the file: no space, no permission, ... */
  'file-unwritable': { file: string; reason: string };
  /** Some files of a split were not moved back. */
  'split-incomplete': { folder: string; files: number };
  /** Another process uses the run, the cache or the folder. `advice` says what to do. */
  'run-locked': { run: string; holder: string; advice?: string | undefined };
  /** A new run cannot have the name of this one. */
  'run-exists': { run: string; isFinished: boolean };
  /** There is no such run or model folder. `meant` is one that exists and was probably meant. */
  'run-missing': { run: string; meant?: string | undefined };
  /** The run cannot be resumed, or no report can be made of it. */
  'run-incompatible': { run: string; reason: string };
  /** An array does not have the expected shape. `shapeMismatch` makes this error. */
  'shape-mismatch': { what: string; expected: string; received: string };
  /** A weight of the model is missing from the weights given. */
  'weight-missing': { weight: string; shape: string };
  /** A weight or an optimiser slot was given that does not belong to the model. */
  'weight-unknown': { weight: string; shape: string };
  /** Tensors from outside do not fit a model; each fault names a tensor, with both shapes where they differ. */
  'weights-unfit': { weights: string; faults: string };
  /** A file cannot be downloaded: no network, no answer, an answer that breaks off. `advice` says what to do. */
  'download-failed': { file: string; address: string; reason: string; advice: string };
  /** A server gives something other than the file: another size or hash, a web page, a forbidden redirect. Nothing of it is kept. */
  'download-refused': { file: string; address: string; reason: string; advice: string };
  /** A layer, or one of its settings, is not supported. */
  'model-unsupported': { what: string; reason: string };
  /** An engine cannot be loaded on this machine. */
  'engine-unavailable': { engine: string; reason: string };
  /** A loss is not a finite number. */
  'training-diverged': { epoch: number; step: number; loss: string };
  /** A worker thread ended unexpectedly: twice on the same image, or while it ran an engine. */
  'worker-lost': { task: string; reason: string };
}

export type ErrorCode = keyof ErrorContexts;
