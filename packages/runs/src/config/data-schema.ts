import { z } from 'zod';
import { BAD_IMAGE_POLICIES, LIMITS, VALIDATION_WAYS } from '../options/limits.ts';
import { isTable } from './is-table.ts';
import { pattern } from './pattern.ts';
import { wholeSchema } from './whole-schema.ts';

const [skip, fail] = BAD_IMAGE_POLICIES; // the JSON schema lists the default first

const validationSchema = z.union(
  [
    z.strictObject({
      perClass: wholeSchema(LIMITS.perClass).describe('The number of images of each class.'),
    }),
    z.strictObject({
      fraction: z.number().gt(0).lt(1).describe('The share of the images of each class.'),
    }),
  ],
  { error: 'must be { fraction: 0.2 }, below 1, or { perClass: 12 }, a whole number' },
);

/** The schema of the section `data` of a configuration. */
export const dataSchema = z.strictObject({
  folder: z
    .string()
    .min(1, { error: 'must name a folder' })
    .optional()
    .describe(
      'The folder of the images, with one sub-folder for each class. A relative path starts at the current folder, not at the file of the configuration.',
    ),
  parts: z
    .strictObject({
      training: z.string().min(1).describe('The folder of the training images.'),
      validation: z.string().min(1).describe('The folder of the validation images.'),
    })
    .optional()
    .describe(
      'The folders with the training and the validation images, each with one sub-folder for each class: paths in `folder`.',
    ),
  // a fifth of each class is enough to judge a model on small data sets, and leaves most images for training
  validation: validationSchema
    .default({ fraction: 0.2 })
    .describe('The validation images: a number of each class, or a share of it.'),
  validationBy: z
    .enum(VALIDATION_WAYS)
    .default('random')
    .describe(
      'How the validation images are chosen: `random` by the seed, `hash` the files whose SHA-256 of `class/file` is smallest.',
    ),
  innerValidation: validationSchema
    .optional()
    .describe(
      'Puts the validation images aside, and takes this many of the training images in their place: for comparing models.',
    ),
  split: z
    .string()
    .min(1, { error: 'must name a CSV file' })
    .optional()
    .describe(
      'A CSV file with the columns path and subset (`training` or `validation`), which takes precedence over the other fields of a split.',
    ),
  groupBy: z
    .string()
    .refine((text) => isTable(text) || pattern(text) !== undefined, {
      error: 'must be a regular expression, or a CSV file',
    })
    .optional()
    .describe(
      'Keeps files of one group in one subset: a regular expression for their path, or a CSV file with the columns path and group.',
    ),
  tags: z
    .string()
    .min(1, { error: 'must name a CSV file' })
    .optional()
    .describe(
      'A CSV file with the columns path and tags: then an image may have several tags, and needs no class folder.',
    ),
  onBad: z
    .enum([fail, skip])
    .default(fail)
    .describe('What to do with images that cannot be used: stop, or leave them out.'),
  followLinks: z
    .boolean()
    .default(false)
    .describe('Whether links that lead out of the folder are followed.'),
  pixelLimit: wholeSchema(LIMITS.pixelLimit)
    .optional()
    .describe('An image file with more pixels is bad; 268,402,689 by default.'),
  cache: z
    .boolean()
    .default(true)
    .describe(
      'Whether prepared images are kept on disk, so that later epochs and runs need not decode the files.',
    ),
  features: z
    .string()
    .min(1)
    .optional()
    .describe(
      'The path of a feature store, on whose features the head is trained. `auto` makes a store in the cache, `none` runs the images through the base in every epoch.',
    ),
});
