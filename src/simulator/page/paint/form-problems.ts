import { createContext } from 'react';
import type { FormProblem } from '../../../card/act/effect.js';

/** How a button inside a form tells it what may not be submitted yet. */
export const FormProblemsContext = createContext<
  ((problems: readonly FormProblem[]) => void) | undefined
>(undefined);
