import { printable, truncate, wrap } from '../../base/display-width.js';
import { isJsonObject, type JsonValue, toParamText } from '../../base/json-text.js';
import type { Effect } from '../../card/act/effect.js';
import type { ViewNode } from '../../card/view/view-node.js';
import { findingSentence } from '../../i18n/finding-sentence.js';
import type { Lang } from '../../i18n/sentence.js';
import type { Translate } from '../../i18n/translate.js';
import type { Region } from '../../paint/painted-card.js';
import type { CardFrame } from '../state/card-desk.js';
import type { CardUi } from '../state/card-ui.js';
import type { ViewData } from '../state/view-data.js';
import type { Tone } from '../theme/theme.js';
import { jsonSummary } from './json-lines.js';
import { type Line, span } from './spans.js';

/** What stands beside a card: what has the focus and what it does, then what the last touch did. */
export function cardPanelLines(
  ui: CardUi,
  frame: CardFrame,
  { t, lang }: Pick<ViewData, 't' | 'lang'>,
  width: number,
): readonly Line[] {
  const said = ui.effects?.flatMap((effect) => effectText(effect, t)) ?? [
    { text: `◐ ${t('tui.cardScreen.underWay')}`, tone: 'waiting' as const },
  ];
  const found = said.length > 0 ? [] : findingTexts(frame, lang);
  const focus = ui.shows === 'card' ? focusText(frame, t) : [];
  return [...focus, ...said, ...found].flatMap(({ text, tone }) => rows(text, tone, width));
}

/** Findings that are shown; the rest is for `template lint`. */
const shownFindings = 3;

/** What drawing the card with its data found. */
function findingTexts({ view }: CardFrame, lang: Lang): readonly Said[] {
  const told = view?.findings.filter(({ severity }) => severity !== 'info') ?? [];
  return told.slice(0, shownFindings).map((finding) => ({
    text: `${finding.severity === 'error' ? '✗' : '!'} ${finding.code} ${findingSentence(finding, lang)}`,
    tone: finding.severity === 'error' ? 'bad' : 'waiting',
  }));
}

interface Said {
  readonly text: string;
  readonly tone: Tone;
}

/** Rows of one sentence; a value nobody reads to its end is cut. */
const longest = 600;

function rows(text: string, tone: Tone, width: number): readonly Line[] {
  const safe = printable(truncate(text, longest));
  return wrap(safe, Math.max(4, width - 2)).map((row) => [span(' '), span(row, tone)]);
}

function focusText({ focused, painted, view }: CardFrame, t: Translate): readonly Said[] {
  if (!view) return [];
  if (!focused) {
    const count = painted.regions.length;
    const key = count === 0 ? 'tui.cardScreen.nothingToTouch' : 'tui.cardScreen.focusHint';
    return [{ text: t(key, { count }), tone: 'quiet' }];
  }
  const { node } = focused;
  const name = [node.component, regionName(focused)].filter(Boolean).join(' ');
  const tap = tapOf(focused);
  const does = tap === undefined ? '' : t(`tui.cardDoes.${tap.does}`);
  const head: Said = { text: [`▸ ${name}`, does].filter(Boolean).join('  '), tone: 'strong' };
  if (!tap || tap.enabled) return [head];
  const why = tap.why === undefined ? t('tui.cardScreen.disabled') : t(`nothing.${tap.why}`);
  return [head, { text: `⊘ ${why}`, tone: 'waiting' }];
}

function tapOf({ node, part }: Region): ViewNode['tap'] {
  if (part?.is === 'field') return undefined;
  if (node.kind === 'table' && part?.is === 'cell') return node.rows[part.row]?.[part.column]?.tap;
  return node.tap;
}

function regionName({ node, part }: Region): string {
  if (part?.is === 'field') return part.name;
  switch (node.kind) {
    case 'button':
    case 'text':
    case 'tag':
      return node.text;
    case 'form':
      return node.submitText;
    case 'collapse':
      return node.title;
    case 'input':
    case 'select':
    case 'date':
      return node.placeholder;
    case 'tagPicker':
      return part?.is === 'tag' ? (node.tags[part.index]?.text ?? '') : '';
    case 'table':
      return part?.is === 'cell' ? (node.rows[part.row]?.[part.column]?.text ?? '') : '';
    default:
      return textIn(node, 0);
  }
}

/** The first words inside something that has none of its own. */
function textIn(node: ViewNode, depth: number): string {
  if (node.kind === 'text') return node.text;
  if (!('children' in node) || depth > 4) return '';
  for (const child of node.children.slice(0, 20)) {
    const text = textIn(child, depth + 1);
    if (text !== '') return text;
  }
  return '';
}

/** One thing that came of a touch, in one or two sentences. */
export function effectText(effect: Effect, t: Translate): readonly Said[] {
  const json = (value: JsonValue) =>
    isJsonObject(value) ? jsonSummary(value) : toParamText(value);
  switch (effect.type) {
    case 'callback': {
      const { request, reply } = effect;
      const sent = `→ ${request.actionIds.join('+')}  ${json(request.params)}`;
      const answer: Said = reply.ok
        ? { text: `✓ ${t('tui.cardScreen.answered')}  ${answerText(reply)}`, tone: 'good' }
        : { text: `✗ ${reply.reason}`, tone: 'bad' };
      return [{ text: sent, tone: 'plain' }, answer];
    }
    case 'setLocal':
      return effect.changes.map(({ name, key, value }) => {
        const path = key === undefined ? name : `${name}.${key}`;
        return { text: `localData  ${path} = ${json(value)}`, tone: 'plain' };
      });
    case 'toast':
      return [{ text: t('tui.cardScreen.toast', { text: effect.toast.content }), tone: 'plain' }];
    case 'openLink':
    case 'openModal': {
      const key = effect.refused ? 'tui.cardScreen.linkRefused' : 'tui.cardScreen.link';
      return [{ text: t(key, { url: effect.url }), tone: effect.refused ? 'bad' : 'plain' }];
    }
    case 'copy':
      return [{ text: t('tui.cardScreen.copied', { text: effect.text }), tone: 'plain' }];
    case 'preview':
      return [{ text: t('tui.cardScreen.preview', { url: effect.url }), tone: 'plain' }];
    case 'confirm': {
      const { dialog, ok } = effect;
      const chosen = ok ? dialog.okText : dialog.cancelText;
      return [{ text: `${dialog.title || dialog.message} → ${chosen}`, tone: 'plain' }];
    }
    case 'menu': {
      const item = effect.chosen === undefined ? undefined : effect.menu.items[effect.chosen];
      return [{ text: `${effect.menu.title} → ${item?.text ?? '–'}`.trim(), tone: 'plain' }];
    }
    case 'clientApi': {
      if (effect.result !== undefined) return [];
      return [{ text: t('tui.cardScreen.clientApi', { name: effect.name }), tone: 'waiting' }];
    }
    case 'system':
      return [{ text: t('tui.cardScreen.system', { actionId: effect.actionId }), tone: 'waiting' }];
    case 'invalid':
      return effect.problems.map(({ field, message }) => ({
        text: `✗ ${field}  ${message}`,
        tone: 'bad',
      }));
    case 'nothing': {
      const what = effect.what ?? '';
      return [{ text: `⊘ ${t(`nothing.${effect.why}`, { what })}`, tone: 'waiting' }];
    }
  }
}

function answerText(reply: Extract<Effect, { type: 'callback' }>['reply']): string {
  if (!reply.ok) return '';
  const { cardData, cardPrivateData } = reply;
  const parts = [
    Object.keys(cardData).length === 0 ? '' : `cardData ${jsonSummary(cardData)}`,
    Object.keys(cardPrivateData).length === 0 ? '' : `privateData ${jsonSummary(cardPrivateData)}`,
  ];
  return parts.filter(Boolean).join('  ');
}
