import { isJsonObject, parseJson } from '../../base/json-text.js';
import { defaultSwitches, type ViewSwitches } from '../../card/card-data.js';
import type { Lang } from '../../i18n/sentence.js';

/** Where somebody is in the page: what a reload brings them back to. */
export interface PagePlace {
  readonly lang: Lang;
  /** Who they act as; '' before the world is known. */
  readonly userId: string;
  /** '' : the first one. */
  readonly conversationId: string;
  /** The card the panel at the side is about. */
  readonly outTrackId?: string;
  /** Absent: closed. */
  readonly panel?: PanelName;
  readonly switches: ViewSwitches;
}

export const panelNames = ['events', 'data', 'viewers', 'view', 'support', 'simulator'] as const;

export type PanelName = (typeof panelNames)[number];

export interface Preferences {
  readonly lang: Lang;
  readonly dark: boolean;
}

export function firstPlace({ lang, dark }: Preferences): PagePlace {
  const language = lang === 'zh' ? 'zh_Hans' : 'en_US';
  const theme = dark ? 'dark' : 'light';
  return {
    lang,
    userId: '',
    conversationId: '',
    switches: { ...defaultSwitches, theme, language },
  };
}

/** What was kept, as far as it makes sense: it may come from another version. */
export function readPlace(text: string | null, first: PagePlace): PagePlace {
  const parsed = text === null ? undefined : parseJson(text);
  if (!parsed?.ok || !isJsonObject(parsed.value)) return first;
  const kept = parsed.value;
  const { outTrackId, panel } = kept;
  return {
    lang: kept['lang'] === 'zh' || kept['lang'] === 'en' ? kept['lang'] : first.lang,
    userId: textOf(kept['userId']),
    conversationId: textOf(kept['conversationId']),
    ...(typeof outTrackId === 'string' && { outTrackId }),
    ...(isPanel(panel) && { panel }),
    switches: readSwitches(kept['switches'], first.switches),
  };
}

function readSwitches(kept: unknown, first: ViewSwitches): ViewSwitches {
  if (typeof kept !== 'object' || kept === null) return first;
  const given = kept as Partial<Record<keyof ViewSwitches, unknown>>;
  const one = <T extends string>(value: unknown, known: readonly T[], otherwise: T): T =>
    known.find((item) => item === value) ?? otherwise;
  const flowStatus = flowStatuses.find((status) => status === given.flowStatus);
  const width = Number(given.width);
  return {
    theme: one(given.theme, ['light', 'dark'], first.theme),
    platform: one(given.platform, ['pc', 'ios', 'android'], first.platform),
    width: width >= NARROWEST && width <= WIDEST ? width : first.width,
    bizScene: one(given.bizScene, ['im', 'topbox'], first.bizScene),
    forwarded: given.forwarded === true,
    ...(flowStatus && { flowStatus }),
    language: one(given.language, ['zh_Hans', 'en_US'], first.language),
  };
}

export const flowStatuses = ['1', '2', '3', '4', '5'] as const;

/** Of a card, in px. */
export const NARROWEST = 240;
export const WIDEST = 800;

function isPanel(value: unknown): value is PanelName {
  return panelNames.some((name) => name === value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
