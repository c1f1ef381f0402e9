import { encodeValues } from '../card/data/encode-data.js';
import type { CardTemplate } from '../card/template/card-template.js';
import type { EventLog } from '../log/event-log.js';
import type { PrivateData } from '../protocol/card-api.js';
import type { Simulator } from '../simulator/simulator.js';
import type { LiveTemplates, LoadedTemplate, TemplateNote } from './live-templates.js';
import { openLiveTemplates } from './open-live-templates.js';
import type { ProgramIo } from './program-io.js';
import { shippedExample } from './shipped-example.js';
import { noteMessage } from './template-note.js';
import { openTemplateRegistry } from './template-registry.js';

/** The project's templates and recipients as a running `watch` needs them. */
export interface WatchTemplates {
  /** At the start. */
  readonly aliases: readonly string[];
  /** The cardTemplateId of an alias; anything else as it is. */
  templateIdOf(word: string): string;
  /** What the project calls a template. */
  aliasesOf(cardTemplateId: string): readonly string[];
  templateOf(cardTemplateId: string): CardTemplate | undefined;
  /** To start a card from. */
  choices(): readonly TemplateStart[];
  /** People and chats the project has names for. */
  readonly recipients: readonly { readonly to: string; readonly label: string }[];
  /** Follows the files from now on; what happens to them is told in the log. */
  follow(log: EventLog, simulator: Simulator | undefined): void;
  close(): void;
}

/** A template by its alias, with the values the project starts it with. */
export interface TemplateStart {
  readonly cardTemplateId: string;
  readonly label: string;
  readonly cardParamMap: Readonly<Record<string, string>>;
  /** Declared public variables, name → type, in the order of the template. */
  readonly types: Readonly<Record<string, string>>;
  readonly privateData?: PrivateData;
}

/**
 * @param isDemo the templates of the examples are there as well
 * @throws DtcardError E1004, E1014 for a project file that cannot be used
 */
export async function openWatchTemplates(io: ProgramIo, isDemo: boolean): Promise<WatchTemplates> {
  const registry = await openTemplateRegistry(io.cwd);
  const live: LiveTemplates[] = [];
  const all = () => live.flatMap(({ templates }) => templates);

  return {
    aliases: registry.templates.map(({ alias }) => alias),
    recipients: [...registry.recipients].map(([label, to]) => ({ label, to })),
    templateIdOf(word) {
      const loaded = all().find(({ entry }) => entry.alias === word.normalize('NFC'));
      return (loaded?.entry ?? registry.find(word))?.cardTemplateId ?? word;
    },
    aliasesOf: (id) =>
      [...all().map(({ entry }) => entry), ...registry.templates]
        .filter(({ cardTemplateId }) => cardTemplateId === id)
        .map(({ alias }) => alias),
    templateOf: (id) => live.map((one) => one.templateOf(id)).find((one) => one !== undefined),
    choices: () => all().map(startOf),
    follow(log, simulator) {
      const onNote = (note: TemplateNote) =>
        void log.append({ type: 'notice', ...noteMessage(note) });
      const files = [registry.projectFile, ...(isDemo ? [shippedExample('demo/dtcard.yaml')] : [])];
      for (const projectFile of files) {
        live.push(openLiveTemplates(io, { projectFile, onNote, ...(simulator && { simulator }) }));
      }
    },
    close() {
      for (const one of live) one.close();
    },
  };
}

function startOf({ entry, template }: LoadedTemplate): TemplateStart {
  const users = Object.entries(entry.privateData).map(
    ([userId, values]) => [userId, { cardParamMap: encodeValues(template, values).map }] as const,
  );
  const variables = (template?.variables ?? []).filter((variable) => !variable.private);
  return {
    cardTemplateId: entry.cardTemplateId,
    label: entry.alias,
    cardParamMap: encodeValues(template, entry.data).map,
    types: Object.fromEntries(variables.map(({ name, type }) => [name, type])),
    ...(users.length === 0 ? {} : { privateData: Object.fromEntries(users) }),
  };
}
