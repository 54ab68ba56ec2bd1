import { calibrated, classScores, confusion as confusionOf, type Evaluation } from '@sprout/train';
import { z } from 'zod';

const topLossSchema = z.object({
  path: z.string(),
  label: z.string(),
  predicted: z.string(),
  probability: z.number(),
  loss: z.number(),
});

/** See `Calibration` of `@sprout/train`. */
const calibrationSchema = z.object({
  error: z.number(),
  temperature: z.number(),
  scaledError: z.number(),
});

const classSchema = z.object({
  name: z.string(),
  /** A score that is not defined, such as the recall of a class without images, is 0. See `definedScores`. */
  precision: z.number(),
  recall: z.number(),
  f1: z.number(),
  support: z.int(),
  /** Only of a model of tags: the F2 of the tag, and the threshold of its probability. */
  f2: z.number().optional(),
  threshold: z.number().optional(),
});

/** The numbers of images that the run was trained and validated on, by the contents of the files. */
const seenSchema = z.object({
  training: z.int(),
  validation: z.int(),
  /** The accuracy on the other images. Left out for tags, and if none or all of the images were seen. */
  unseenAccuracy: z.number().optional(),
});

/** The contents of `evaluation.json`, and the result of `evaluate`. */
export const evaluationSchema = z.object({
  samples: z.int(),
  accuracy: z.number(),
  loss: z.number(),
  /** Only of a model of tags: the mean F2 of the samples with the thresholds of the model, and with 0.5 for each tag. */
  f2: z.number().optional(),
  f2AtHalf: z.number().optional(),
  /** How well the probabilities agree with the accuracy. Not of a model of tags, and not of fewer than two samples. */
  calibration: calibrationSchema.optional(),
  /** In the order of the class map. */
  classes: z.array(classSchema).readonly(),
  /** Rows are the true classes, columns the predicted ones. Empty for a model of tags. */
  confusion: z.array(z.array(z.int()).readonly()).readonly(),
  /** Only of an evaluation on a folder. Left out if the run has no record of the contents of its images. */
  seen: seenSchema.optional(),
  /** The largest loss first. */
  topLosses: z.array(topLossSchema).readonly(),
});

export type EvaluationRecord = Readonly<z.output<typeof evaluationSchema>>;

/** The most images in `topLosses`. */
export const TOP_LOSSES = 24;

/** The record of an evaluation, with the scores of the classes and with class names instead of labels. */
export function evaluationRecord(
  { samples, accuracy, loss, predictions }: Evaluation,
  classes: readonly string[],
): EvaluationRecord {
  const labels = Int32Array.from(predictions, ({ label }) => label);
  const predicted = Int32Array.from(predictions, (prediction) => prediction.predicted);
  const confusion = confusionOf(labels, predicted, classes.length);
  const scores = classScores(confusion);
  const worst = predictions.toSorted((a, b) => b.loss - a.loss).slice(0, TOP_LOSSES);
  const calibration = calibrated(predictions);
  return {
    samples,
    accuracy,
    loss,
    ...(calibration && { calibration }),
    classes: classes.map((name, label) => ({ name, ...scores[label]! })),
    confusion,
    topLosses: worst.map((prediction) => ({
      path: prediction.id,
      label: classes[prediction.label]!,
      predicted: classes[prediction.predicted]!,
      probability: prediction.probability,
      loss: prediction.loss,
    })),
  };
}
