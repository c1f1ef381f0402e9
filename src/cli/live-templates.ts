import { FileWatch, type ReadBytes } from '../answer/file-watch.js';
import type { Clock } from '../base/clock.js';
import { maxSourceBytes } from '../base/yaml-source.js';
import { errorsOf } from '../card/finding.js';
import type { CardTemplate } from '../card/template/card-template.js';
import { readTemplate } from '../card/template/read-template.js';
import { type ProjectFile, type ProjectTemplate, parseProject } from '../config/project-file.js';
import { findingJson } from '../output/finding-lines.js';
import { inputText, mostInputBytes } from './input-file.js';

/** A template of the project that can be used. */
export interface LoadedTemplate {
  readonly entry: ProjectTemplate;
  /** Text of the exported file; absent when the project names none. */
  readonly exported?: string;
  readonly template?: CardTemplate;
}

/** What became of a file while the program ran; `detail` is English. */
export type TemplateNote =
  | { readonly what: 'changed'; readonly alias: string }
  /** The version before stays in use. */
  | { readonly what: 'rejected'; readonly alias: string; readonly detail: string }
  /** There is no version before. */
  | { readonly what: 'unusable'; readonly alias: string; readonly detail: string }
  | { readonly what: 'projectChanged'; readonly file: string }
  | { readonly what: 'projectRejected'; readonly file: string; readonly detail: string };

export interface LiveTemplatesOptions {
  /** A `dtcard.yaml`, there already or yet to come. */
  readonly projectFile: string;
  readonly clock: Clock;
  /** A template is there, for the first time or in a new version. */
  readonly onTemplate: (loaded: LoadedTemplate) => void;
  readonly onNote: (note: TemplateNote) => void;
}

interface Followed {
  readonly entry: ProjectTemplate;
  readonly watch: FileWatch | undefined;
}

/**
 * The templates of a project, kept current while the program runs: their files and the project file
 * itself. What breaks is told once, and the version before it stays.
 */
export class LiveTemplates {
  readonly #options: LiveTemplatesOptions;
  readonly #projectWatch: FileWatch;
  readonly #followed = new Map<string, Followed>();
  readonly #loaded = new Map<string, LoadedTemplate>();
  #project: ProjectFile | undefined;
  #isRunning = false;

  constructor(options: LiveTemplatesOptions) {
    this.#options = options;
    this.#projectWatch = new FileWatch({
      path: options.projectFile,
      clock: options.clock,
      mostBytes: maxSourceBytes,
      onRead: (read) => this.#readProject(read),
    });
    this.#isRunning = true;
  }

  /** By alias, in the order of the project file. */
  get templates(): readonly LoadedTemplate[] {
    const entries = [...(this.#project?.templates.values() ?? [])];
    return entries.map((entry) => ({ ...this.#loaded.get(entry.alias), entry }));
  }

  templateOf(cardTemplateId: string): CardTemplate | undefined {
    return this.templates.find(
      ({ entry, template }) => entry.cardTemplateId === cardTemplateId && template !== undefined,
    )?.template;
  }

  close(): void {
    this.#projectWatch.close();
    for (const { watch } of this.#followed.values()) watch?.close();
    this.#followed.clear();
  }

  #readProject(read: ReadBytes): void {
    const { projectFile, onNote } = this.#options;
    const parsed = read.ok ? parseProject(read.bytes, projectFile) : undefined;
    if (!parsed?.ok) {
      // There being none is how most projects are.
      if (!read.ok && this.#project === undefined) return;
      const [problem] = parsed?.problems ?? [];
      const detail = problem
        ? `${problem.line}:${problem.column} ${problem.message}`
        : read.ok
          ? ''
          : read.problem;
      return onNote({ what: 'projectRejected', file: projectFile, detail });
    }
    this.#project = parsed.project;
    for (const [alias, { entry, watch }] of this.#followed) {
      if (sameEntry(parsed.project.templates.get(alias), entry)) continue;
      watch?.close();
      this.#followed.delete(alias);
      this.#loaded.delete(alias);
    }
    for (const entry of parsed.project.templates.values()) {
      if (!this.#followed.has(entry.alias)) this.#follow(entry);
    }
    if (this.#isRunning) onNote({ what: 'projectChanged', file: projectFile });
  }

  #follow(entry: ProjectTemplate): void {
    const { clock, onTemplate } = this.#options;
    const { alias, file } = entry;
    if (file === undefined) {
      this.#followed.set(alias, { entry, watch: undefined });
      return onTemplate({ entry });
    }
    // The first reading happens while the watch is being made.
    this.#followed.set(alias, { entry, watch: undefined });
    const watch = new FileWatch({
      path: file,
      clock,
      mostBytes: mostInputBytes,
      onRead: (read) => this.#readTemplate(entry, read),
    });
    this.#followed.set(alias, { entry, watch });
  }

  #readTemplate(entry: ProjectTemplate, read: ReadBytes): void {
    const { onTemplate, onNote } = this.#options;
    const { alias } = entry;
    const isKnown = this.#loaded.has(alias);
    const loaded = templateIn(read);
    if ('problem' in loaded) {
      const what = isKnown ? 'rejected' : 'unusable';
      return onNote({ what, alias, detail: loaded.problem });
    }
    const usable: LoadedTemplate = { entry, ...loaded };
    this.#loaded.set(alias, usable);
    onTemplate(usable);
    if (isKnown) onNote({ what: 'changed', alias });
  }
}

function templateIn(
  read: ReadBytes,
): { readonly exported: string; readonly template: CardTemplate } | { readonly problem: string } {
  if (!read.ok) return { problem: read.problem };
  const text = inputText(read.bytes);
  if ('problem' in text) return text;
  const template = readTemplate(text.text);
  if (template.root !== undefined) return { exported: text.text, template };
  const [first] = errorsOf(template.findings);
  return { problem: first ? `${first.code} ${findingJson(first).message}` : 'not a template' };
}

function sameEntry(a: ProjectTemplate | undefined, b: ProjectTemplate): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
