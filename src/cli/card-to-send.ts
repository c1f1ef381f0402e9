import { DtcardError } from '../base/errors.js';
import type { Finding } from '../card/finding.js';
import { lintData } from '../card/lint/lint-data.js';
import type { CardTemplate } from '../card/template/card-template.js';
import { readTemplate } from '../card/template/read-template.js';
import type { ProjectTemplate } from '../config/project-file.js';
import { findingLines } from '../output/finding-lines.js';
import type { CardDraft } from '../protocol/card-api.js';
import { recipientToSpace } from '../protocol/open-space-id.js';
import { readCardValues } from './card-values.js';
import { readInputFile } from './input-file.js';
import type { ProgramIo } from './program-io.js';
import { checkTemplateId } from './template-id.js';
import {
  isMeantAsAlias,
  openTemplateRegistry,
  type TemplateRegistry,
  templateUnknown,
} from './template-registry.js';

export interface CardFlags {
  readonly template: string;
  readonly to: string;
  readonly set?: readonly string[];
  readonly data?: string;
  readonly privateData?: string;
  /** False for `--no-lint`. */
  readonly lint?: boolean;
  readonly strict?: boolean;
  readonly json?: boolean;
}

/** A card as the flags describe it. */
export interface CardToSend {
  readonly alias: string | undefined;
  readonly draft: Omit<CardDraft, 'outTrackId'>;
  readonly encoded: readonly string[];
  /** Whether its values were held against the template. */
  readonly checked: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Reads template, recipient and values, and checks the values against the template where its file is
 * known.
 * @throws DtcardError E1001–E1004, E1009, E1014, E1017, E1019
 */
export async function readCardToSend(io: ProgramIo, flags: CardFlags): Promise<CardToSend> {
  const registry = await openTemplateRegistry(io.cwd);
  const entry = registry.find(flags.template.trim());
  const cardTemplateId = entry?.cardTemplateId ?? idOf(registry, flags.template);
  const { openSpaceId, userIdType } = recipientToSpace(registry.recipient(flags.to));
  const lint = flags.lint ?? true;
  const template = templateOf(entry, lint);
  const values = await readCardValues(io, {
    template,
    data: entry?.data ?? {},
    privateData: entry?.privateData ?? {},
    flags,
  });
  const { cardParamMap, privateData, encoded } = values;
  const checked = lint && template !== undefined;
  const findings = checked
    ? lintData(template, { cardParamMap, privateData: mapsOf(privateData) })
    : [];
  const refusing = findings.filter(
    ({ severity }) => severity === 'error' || (flags.strict === true && severity === 'warning'),
  );
  if (refusing.length > 0) {
    const detail = findingLines(refusing, flags.json ? 'en' : io.lang).join('\n');
    throw new DtcardError('E1019', { params: { template: flags.template, detail } });
  }
  return {
    alias: entry?.alias,
    draft: {
      cardTemplateId,
      openSpaceId,
      cardParamMap,
      userIdType,
      ...(privateData === undefined ? {} : { privateData }),
    },
    encoded,
    checked,
    findings,
  };
}

/** @throws E1009 for a UUID without its ending, E1017 for a word that is no id */
function idOf(registry: TemplateRegistry, given: string): string {
  const id = checkTemplateId(given);
  if (isMeantAsAlias(id)) throw templateUnknown(registry, id);
  return id;
}

/** @param needed false: a file that cannot be read is as good as none */
function templateOf(entry: ProjectTemplate | undefined, needed: boolean): CardTemplate | undefined {
  if (entry?.file === undefined) return undefined;
  try {
    return readTemplate(readInputFile(entry.file));
  } catch (error) {
    if (needed) throw error;
    return undefined;
  }
}

function mapsOf(privateData: CardDraft['privateData']) {
  return Object.fromEntries(
    Object.entries(privateData ?? {}).map(([userId, { cardParamMap }]) => [userId, cardParamMap]),
  );
}
