import type { Gesture } from '../../card/act/gesture.js';
import type { LiveCardHost } from '../../card/act/live-card.js';
import { decodeParamMap } from '../../card/data/decode-data.js';
import type { Translate } from '../../i18n/translate.js';
import type { FeedRow } from '../../log/feed.js';
import type { Region } from '../../paint/painted-card.js';
import { type Line, span } from '../components/spans.js';
import { editText, type TextEdit, textBuffer } from '../components/text-buffer.js';
import type { Command } from '../input/keymap.js';
import type { CardDesk } from './card-desk.js';
import { cardAreas } from './card-layout.js';
import { type Given, promptHost } from './card-prompting.js';
import type { CardSource } from './card-source.js';
import { type Touch, touchOf } from './card-touch.js';
import { type CardPrompt, type CardUi, cardUi } from './card-ui.js';
import { scrolled } from './scrolled.js';
import { isTextEdit } from './text-commands.js';
import type { Frame, UiStore } from './ui-store.js';
import type { ViewData } from './view-data.js';

/** The keys of the screen of one card. */
export interface CardViewing {
  /** Opens the card of the selected row. */
  open(): void;
  run(command: Command): void;
  /** Typing into a prompt. */
  edit(edit: TextEdit): void;
}

export interface CardViewingDeps {
  readonly store: UiStore;
  readonly desk: CardDesk;
  readonly source: CardSource;
  readonly t: Translate;
  readonly say: (line: Line) => void;
  /** Something changed outside of a key press. */
  readonly changed: () => void;
}

/** The card a row is about; the userId of whoever touched it. */
export function cardOfRow({
  selected,
  data,
}: Pick<Frame, 'selected' | 'data'>):
  | { readonly outTrackId: string; readonly userId?: string }
  | undefined {
  if (selected?.kind === 'card') return { outTrackId: selected.outTrackId };
  if (selected?.kind === 'message') return cardOfMessage(selected, data);
  if (selected?.kind !== 'exchange') return undefined;
  const callback = data.exchanges.get(selected.exchangeId)?.callback;
  return callback && { outTrackId: callback.outTrackId, userId: callback.userId };
}

/** How far behind a message its card is looked for. */
const lookAhead = 50;

function cardOfMessage({ seq, message }: Extract<FeedRow, { kind: 'message' }>, data: ViewData) {
  const { rows } = data.feed;
  const from = rows.findLastIndex((row) => row.seq <= seq) + 1;
  for (const row of rows.slice(from, from + lookAhead)) {
    const card = row.kind === 'card' ? data.cards.get(row.outTrackId) : undefined;
    if (card?.because.msgId === message.msgId) {
      return { outTrackId: card.outTrackId, userId: message.senderStaffId };
    }
  }
  return undefined;
}

export function createCardViewing(deps: CardViewingDeps): CardViewing {
  const { store, desk, source, t, say } = deps;
  /** Whoever waits for the prompt that is open. */
  let settle: ((given: Given) => void) | undefined;

  const ui = (): CardUi | undefined => store.ui().card;

  function change(part: Partial<CardUi>): void {
    const card = ui();
    if (card) store.change({ card: { ...card, ...part } });
  }

  /** Whatever is asked last is answered first: another question closes it. */
  function ask(prompt: CardPrompt, then: (given: Given) => void): void {
    settle?.(undefined);
    settle = then;
    change({ prompt });
  }

  function answer(given: Given): void {
    const waiting = settle;
    settle = undefined;
    change({ prompt: undefined });
    waiting?.(given);
  }

  function begin(region: Region, touch: Touch): void {
    const card = ui();
    if (!card) return;
    switch (touch.does) {
      case 'gesture':
        void act(region.key, touch.gesture);
        return;
      case 'fill':
        return desk.setFormValue(card, region.key, touch.name, touch.value);
      case 'type': {
        const { title, hint, start } = touch;
        return ask({ is: 'text', title, hint, buffer: textBuffer(start) }, (text) => {
          if (typeof text === 'string') begin(region, touch.then(text));
        });
      }
      case 'choose': {
        const { title, items, chosen } = touch;
        const several = chosen === undefined ? {} : { chosen };
        return ask({ is: 'list', title, items, at: chosen?.[0] ?? 0, ...several }, (picked) => {
          if (typeof picked === 'object') begin(region, touch.then(picked));
        });
      }
      case 'nothing':
        return say([span(t('tui.cardScreen.readOnly'), 'quiet')]);
    }
  }

  async function act(key: string, gesture: Gesture): Promise<void> {
    const card = ui();
    const live = card && desk.live(card, store.current().data);
    if (!card || !live) return;
    change({ effects: undefined });
    const effects = await live.act(key, gesture, hostFor(card));
    const now = ui();
    if (now?.outTrackId === card.outTrackId) change({ effects });
    deps.changed();
  }

  function hostFor(card: CardUi): LiveCardHost {
    return {
      async sendCallback(request) {
        const { tap } = source;
        if (!tap) return { ok: false, reason: t('tui.cardScreen.onlyPeople') };
        if (card.userId === undefined) return { ok: false, reason: t('tui.cardScreen.noViewer') };
        const { outTrackId, userId } = card;
        const reply = await tap({ outTrackId, userId, request });
        // What the answer changed is in the log by now.
        const { data } = store.current();
        desk.live(card, data);
        if (!reply.ok) return reply;
        const cardTemplateId = data.cards.get(outTrackId)?.cardTemplateId ?? '';
        const { variables = [] } = source.templateOf(cardTemplateId) ?? {};
        return {
          ok: true,
          cardData: decodeParamMap(variables, reply.cardParamMap),
          cardPrivateData: decodeParamMap(variables, reply.privateParamMap),
        };
      },
      formValues: (key) => desk.formValues(card, key),
      toast: ({ content }) => say([span(content)]),
      openLink: () => {},
      openModal: () => {},
      copy: () => {},
      preview: () => {},
      ...promptHost(
        (prompt) =>
          new Promise((resolve) => {
            ask(prompt, resolve);
            deps.changed();
          }),
      ),
    };
  }

  function focusBy(delta: number): void {
    const frame = store.current();
    const regions = frame.card?.painted.regions ?? [];
    if (regions.length === 0) return say([span(t('tui.cardScreen.nothingToTouch'), 'quiet')]);
    const at = regions.findIndex(({ id }) => id === ui()?.focus);
    const from = at < 0 && delta < 0 ? 0 : at;
    const next = regions[(from + delta + regions.length) % regions.length] as Region;
    change({ focus: next.id, top: topFor(next, frame) });
  }

  /** Scrolled just as far as to see all of a region. */
  function topFor({ y, height }: Region, frame: Frame): number {
    const rows = frame.layout.mode === 'tooSmall' ? 1 : cardAreas(frame.layout, undefined).rows;
    const top = ui()?.top ?? 0;
    if (y < top) return Math.max(0, y - 1);
    const lowest = y + Math.min(height, rows);
    return lowest > top + rows ? lowest - rows : top;
  }

  function scroll(command: Command): void {
    const frame = store.current();
    if (frame.layout.mode === 'tooSmall' || !frame.card) return;
    const { rows } = cardAreas(frame.layout, undefined);
    const { length } = frame.card.painted.lines;
    const top = Math.min(ui()?.top ?? 0, Math.max(0, length - rows));
    change({ top: scrolled(command, top, rows, length) });
  }

  function nextViewer(): void {
    const viewers = store.current().card?.viewers ?? [];
    const at = viewers.findIndex(({ userId }) => userId === ui()?.userId);
    const next = viewers[(at + 1) % Math.max(1, viewers.length)];
    if (next) change({ userId: next.userId, effects: [], prompt: undefined });
  }

  function runInPrompt(prompt: CardPrompt, command: Command): void {
    if (command === 'back') return answer(undefined);
    if (prompt.is === 'text') {
      if (command === 'accept') return answer(prompt.buffer.text);
      if (command === 'newline') return edit({ do: 'insert', text: '\n' });
      if (isTextEdit(command)) edit({ do: command });
      return;
    }
    const { items, at, chosen } = prompt;
    const count = Math.max(1, items.length);
    if (command === 'moveUp') change({ prompt: { ...prompt, at: (at - 1 + count) % count } });
    else if (command === 'moveDown') change({ prompt: { ...prompt, at: (at + 1) % count } });
    else if (command === 'toggleItem' && chosen) {
      change({ prompt: { ...prompt, chosen: toggled(chosen, at) } });
    } else if (command === 'accept') answer(chosen ?? (items.length === 0 ? [] : [at]));
  }

  function edit(given: TextEdit): void {
    const prompt = ui()?.prompt;
    if (prompt?.is !== 'text') return;
    change({ prompt: { ...prompt, buffer: editText(prompt.buffer, given) } });
  }

  return {
    open() {
      const row = cardOfRow(store.current());
      if (!row) return say([span(t('tui.cardScreen.noCard'), 'quiet')]);
      const kept = ui()?.outTrackId === row.outTrackId ? ui() : undefined;
      const fresh = kept ?? cardUi(row.outTrackId, row.userId);
      store.change({ screen: 'card', card: { ...fresh, userId: row.userId ?? fresh.userId } });
      const [first] = store.current().card?.viewers ?? [];
      if (!kept && row.userId === undefined) change({ userId: first?.userId });
    },
    run(command) {
      const card = ui();
      if (!card) return;
      if (card.prompt) return runInPrompt(card.prompt, command);
      if (command === 'back') return store.change({ screen: 'feed' });
      if (command === 'next') return focusBy(1);
      if (command === 'previous') return focusBy(-1);
      if (command === 'viewer') return nextViewer();
      if (command === 'theme') return change({ theme: card.theme === 'light' ? 'dark' : 'light' });
      if (command === 'showData') {
        return change({ shows: card.shows === 'card' ? 'data' : 'card', top: 0, focus: undefined });
      }
      if (command === 'forget') {
        desk.forget(card);
        change({ effects: [] });
        return say([span(t('tui.cardScreen.forgotten'), 'quiet')]);
      }
      if (command !== 'touch') return scroll(command);
      const region = store.current().card?.focused;
      if (!region) return say([span(t('tui.cardScreen.focusFirst'), 'quiet')]);
      begin(region, touchOf(region, desk.formValues(card, region.key)));
    },
    edit,
  };
}

function toggled(chosen: readonly number[], index: number): readonly number[] {
  const rest = chosen.filter((one) => one !== index);
  return rest.length < chosen.length ? rest : [...chosen, index].toSorted((a, b) => a - b);
}
