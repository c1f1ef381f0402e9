import type { RuleProblem } from '../log/event.js';

/** Collects what is wrong while rules are read. */
export type Problems = RuleProblem[];

/** What is known, and what comes to light, while a rules file is read. */
export interface Reading {
  readonly problems: Problems;
  /** What the rule at hand is about: values can tell of that and nothing else. */
  readonly on: 'message' | 'callback';
  /** Of the file; paths of scripts start here. */
  readonly directory: string;
  /** Whether it is certain by then that the rule is used. */
  readonly allowsUses: boolean;
  /** Turned on by whatever looks at cards or at names of people; to know them costs work with every event. */
  asksForCards: boolean;
  /** Turned on by values that tell how often the rule was used. */
  countsUses: boolean;
}

export function createReading(
  on: Reading['on'],
  problems: Problems = [],
  directory = '.',
): Reading {
  return {
    problems,
    on,
    directory,
    allowsUses: true,
    asksForCards: false,
    countsUses: false,
  };
}
