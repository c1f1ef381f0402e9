import type { TapInfo } from './tap-info.js';

/** One thing of a template that can be touched, said without data. */
export interface ActionSummary {
  readonly nodeId: string;
  readonly component: string;
  /** JSON path of the node in the file. */
  readonly path: string;
  /** Where in the node, e.g. `buttons[0]`; absent for the node itself. */
  readonly part?: string;
  /** Its text as written, `${}` left in place; the editor's title or the node id where it has none. */
  readonly label: string;
  readonly does: TapInfo['does'];
  readonly sends?: SentSummary;
  /** Besides callbacks: the link, the variable that is written, the text of a toast, … as written. */
  readonly detail?: string;
  /** What a chain, a menu or a dialog goes through, flattened. */
  readonly steps: readonly StepSummary[];
}

/** A callback as far as the template says it. */
export interface SentSummary {
  /** As written, or what is sent in its place; '' when only data can tell. */
  readonly actionId: string;
  /** False: the template names none. */
  readonly written: boolean;
  readonly params: readonly ParamSummary[];
}

export interface ParamSummary {
  readonly name: string;
  readonly from:
    | 'fixed'
    | 'variable'
    | 'eventData'
    /** What was entered, chosen or filled in. */
    | 'component'
    /** Came with the event in the data. */
    | 'data';
  /** The text, or the path of the variable. */
  readonly value: string;
}

export interface StepSummary {
  /** `main`, `main_1`, … of a chain; `ok`, `cancel`; `item 0` of a menu; joined where they nest. */
  readonly key: string;
  readonly does: TapInfo['does'];
  readonly label: string;
  readonly sends?: SentSummary;
}
