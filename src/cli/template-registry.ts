import { DtcardError } from '../base/errors.js';
import { nearestWord } from '../base/nearest-word.js';
import type { CardTemplate } from '../card/template/card-template.js';
import { readTemplate } from '../card/template/read-template.js';
import { findProjectFile } from '../config/find-project.js';
import type { ProjectTemplate } from '../config/project-file.js';
import { isTemplateAlias, sameForm } from '../config/template-alias.js';
import { readInputFile } from './input-file.js';

/** The templates and recipients a project knows. */
export interface TemplateRegistry {
  /** Undefined when there is no `dtcard.yaml`. */
  readonly projectFile: string | undefined;
  readonly templates: readonly ProjectTemplate[];
  /** @param word an alias or a cardTemplateId */
  find(word: string): ProjectTemplate | undefined;
  /** The template of an id; undefined when there is no file for it, or none that can be read. */
  templateOf(cardTemplateId: string): CardTemplate | undefined;
  /** What `--to` takes for a name of the project; anything else stays as it is. */
  recipient(to: string): string;
}

/**
 * The registry of the `dtcard.yaml` that a directory belongs to; empty when there is none.
 * @throws DtcardError E1004, E1014
 */
export async function openTemplateRegistry(directory: string): Promise<TemplateRegistry> {
  const projectFile = findProjectFile(directory);
  // Most directories have none, and the YAML library takes longer to load than all the rest.
  const project =
    projectFile === undefined
      ? undefined
      : (await import('../config/project-file.js')).readProjectFile(projectFile);
  const templates = [...(project?.templates.values() ?? [])];
  const read = new Map<string, CardTemplate | undefined>();

  function find(word: string): ProjectTemplate | undefined {
    return (
      project?.templates.get(sameForm(word)) ??
      templates.find(({ cardTemplateId }) => cardTemplateId === word)
    );
  }

  return {
    projectFile,
    templates,
    find,
    templateOf(cardTemplateId) {
      const file = templates.find(
        (one) => one.cardTemplateId === cardTemplateId && one.file !== undefined,
      )?.file;
      if (file === undefined) return undefined;
      if (!read.has(file)) read.set(file, readOrNothing(file));
      return read.get(file);
    },
    recipient: (to) => project?.recipients.get(sameForm(to)) ?? to,
  };
}

/** @throws E1017, with the nearest alias when one was meant */
export function templateUnknown(registry: TemplateRegistry, word: string): DtcardError {
  const aliases = registry.templates.map(({ alias }) => alias);
  const meant = nearestWord(word, aliases);
  return new DtcardError('E1017', {
    params: {
      template: word,
      known: aliases.join(', ') || '-',
      ...(meant === undefined ? {} : { reason: 'nearest', meant }),
    },
  });
}

/** Whether a word can only be an alias, so that not knowing it is a mistake. */
export function isMeantAsAlias(word: string): boolean {
  return isTemplateAlias(sameForm(word));
}

function readOrNothing(file: string): CardTemplate | undefined {
  try {
    const template = readTemplate(readInputFile(file));
    return template.root === undefined ? undefined : template;
  } catch (error) {
    if (error instanceof DtcardError) return undefined;
    throw error;
  }
}
