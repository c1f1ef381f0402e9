import path from 'node:path';
import { projectFileName } from '../config/find-project.js';
import type { Simulator } from '../simulator/simulator.js';
import { LiveTemplates, type TemplateNote } from './live-templates.js';
import type { ProgramIo } from './program-io.js';
import { simTemplateOf } from './sim-template.js';

export interface LiveTemplatesRequest {
  /** Of the registry; undefined: the file may still come. */
  readonly projectFile: string | undefined;
  /** Is told of every template and every new version of one. */
  readonly simulator?: Simulator;
  readonly onNote: (note: TemplateNote) => void;
}

/** Follows the templates of the project the program was started in. */
export function openLiveTemplates(
  io: Pick<ProgramIo, 'cwd' | 'clock'>,
  { projectFile, simulator, onNote }: LiveTemplatesRequest,
): LiveTemplates {
  return new LiveTemplates({
    projectFile: projectFile ?? path.join(io.cwd, projectFileName),
    clock: io.clock,
    onNote,
    onTemplate({ entry, exported, template }) {
      const { cardTemplateId, alias } = entry;
      simulator?.setTemplate(
        exported !== undefined && template !== undefined
          ? simTemplateOf(cardTemplateId, alias, exported, template)
          : { cardTemplateId, name: alias, status: 'published' },
      );
    },
  });
}
