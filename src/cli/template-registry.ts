import { DtcardError } from '../base/errors.js';
import { nearestWord } from '../base/nearest-word.js';
import { findProjectFile } from '../config/find-project.js';
import type { ProjectTemplate } from '../config/project-file.js';
import { isTemplateAlias, sameForm } from '../config/template-alias.js';

/** The templates and recipients a project knows. */
export interface TemplateRegistry {
  /** Undefined when there is no `dtcard.yaml`. */
  readonly projectFile: string | undefined;
  readonly templates: readonly ProjectTemplate[];
  /** Name → what `--to` takes. */
  readonly recipients: ReadonlyMap<string, string>;
  /** @param word an alias or a cardTemplateId */
  find(word: string): ProjectTemplate | undefined;
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

  function find(word: string): ProjectTemplate | undefined {
    return (
      project?.templates.get(sameForm(word)) ??
      templates.find(({ cardTemplateId }) => cardTemplateId === word)
    );
  }

  return {
    projectFile,
    templates,
    recipients: project?.recipients ?? new Map<string, string>(),
    find,
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
