/** Pictures that are made by gradient ascent. The task `ascend` counts steps. `subject` names the filter or the class. */
export type AscentEvent =
  /** `subject` is absent for a grid and for the course of a picture. */
  | {
      readonly type: 'picture-written';
      readonly file: string;
      readonly subject?: string | undefined;
    }
  /** The gradient is zero from each of several starts: no picture is made. */
  | { readonly type: 'subject-dead'; readonly subject: string; readonly starts: number }
  /** The objective became a number that is not finite. The picture is that after the steps before. */
  | { readonly type: 'ascent-stopped'; readonly subject: string; readonly steps: number };
