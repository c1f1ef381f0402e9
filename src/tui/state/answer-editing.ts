import type { Answer } from '../../answer/answer.js';
import type { BestGuess } from '../../answer/best-guess.js';
import { printable } from '../../base/display-width.js';
import { parseJson } from '../../base/json-text.js';
import type { Finding } from '../../card/finding.js';
import { lintAnswer } from '../../card/lint/lint-answer.js';
import type { CardTemplate } from '../../card/template/card-template.js';
import type { Lang } from '../../i18n/sentence.js';
import type { Translate } from '../../i18n/translate.js';
import type { Exchange } from '../../log/exchange.js';
import type { CardCallback, CardCallbackResponse } from '../../protocol/card-callback.js';
import type { AnswerOutcome } from '../../session/session.js';
import { jsonProblemText } from '../components/json-problem.js';
import { type Line, span } from '../components/spans.js';
import { editText, type TextBuffer, type TextEdit, textBuffer } from '../components/text-buffer.js';
import type { Command } from '../input/keymap.js';
import {
  type AnswerForm,
  type AnswerFormParts,
  addValues,
  answerForm,
  editAnswer,
  moveAnswer,
  responseOf,
  toggleSent,
  withResponse,
} from './answer-form.js';
import { isWholeResponse, type JsonProblem, readResponse, responseText } from './answer-json.js';
import { parseVariables } from './form.js';
import { isTextEdit } from './text-commands.js';
import type { UiStore } from './ui-store.js';

/** An answer being written. It lives on whatever becomes of the callback. */
export interface AnswerEditing {
  readonly exchangeId: string;
  readonly callback: CardCallback;
  readonly template?: CardTemplate;
  /** Where it began. */
  readonly from: BestGuess['from'] | 'draft';
  readonly rule?: string;
  readonly form: AnswerForm;
  /** The same as text; then the form waits. */
  readonly json?: { readonly buffer: TextBuffer; readonly problem?: JsonProblem };
  readonly findings: readonly Finding[];
  readonly isChanged: boolean;
}

/** What a form begins with. */
export interface AnswerStart extends Pick<AnswerFormParts, 'template' | 'now'> {
  readonly guess: BestGuess;
}

export interface AnswerEditor {
  /** Takes up the draft that was left, or begins anew. */
  open(exchange: Exchange): void;
  edit(edit: TextEdit): void;
  paste(text: string): void;
  run(command: Command): void;
  /** Opens the person's own editor on it. */
  openOutside(exchange?: Exchange): void;
}

export interface AnswerEditorDeps {
  readonly store: UiStore;
  readonly start: (exchange: Exchange) => AnswerStart;
  /** Gives it, and says what became of it. */
  readonly decide: (exchange: Exchange, answer: Answer, label: string) => AnswerOutcome;
  readonly lang: Lang;
  readonly t: Translate;
  readonly say: (line: Line) => void;
  /** Lets an editor have the terminal; absent where there is none. */
  readonly editOutside?: (text: string, done: (edited: EditedText) => void) => void;
}

/** `unset`: there is no editor to call. */
export type EditedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'unset' }
  | { readonly ok: false; readonly reason: 'failed'; readonly detail: string };

/** Drafts that are kept; the oldest go first. */
const draftLimit = 50;

export function createAnswerEditor(deps: AnswerEditorDeps): AnswerEditor {
  const { store, lang, t, say } = deps;

  function begun(exchange: Exchange): AnswerEditing {
    const { exchangeId, callback } = exchange;
    const draft = store.ui().answerDrafts.get(exchangeId);
    if (draft) return { ...draft, from: 'draft' };
    const { guess, template, now } = deps.start(exchange);
    // What the card shows is where typing begins; it is no answer until it is changed.
    const response = guess.from === 'card' ? {} : guess.response;
    return linted({
      exchangeId,
      callback,
      ...(template && { template }),
      from: guess.from,
      ...(guess.rule !== undefined && { rule: guess.rule }),
      form: answerForm({ response, template, now }),
      findings: [],
      isChanged: false,
    });
  }

  function change(next: (editing: AnswerEditing) => AnswerEditing): void {
    const { editing } = store.ui();
    if (editing) store.change({ editing: linted(next(editing)) });
  }

  function changeForm(next: (form: AnswerForm) => AnswerForm): void {
    change((editing) => {
      const form = next(editing.form);
      const isMoved = form.fields === editing.form.fields;
      return { ...editing, form, isChanged: editing.isChanged || !isMoved };
    });
  }

  function edit(how: TextEdit): void {
    const { editing } = store.ui();
    if (!editing?.json) return changeForm((form) => editAnswer(form, how));
    const buffer = editText(editing.json.buffer, how);
    const isChanged = editing.isChanged || buffer.text !== editing.json.buffer.text;
    change((known) => ({ ...known, json: { buffer }, isChanged }));
  }

  function accept(): void {
    const { editing } = store.ui();
    const field = editing?.form.fields[editing.form.at];
    const isTyped = field?.kind === 'add' && field.buffer.text.trim() !== '';
    if (isTyped) return void takeTyped();
    submit();
  }

  /** What stands in the rows for further variables, typed and not entered. @returns false when it says nothing */
  function takeTyped(): boolean {
    for (const field of store.ui().editing?.form.fields ?? []) {
      if (field.kind !== 'add' || field.buffer.text.trim() === '') continue;
      const given = parseVariables(field.buffer.text);
      if (Object.keys(given).length === 0) {
        say([span(t('tui.form.addHint'), 'waiting')]);
        return false;
      }
      changeForm((form) => addValues(form, field.scope, given));
    }
    return true;
  }

  /** What would be sent now; says why when that cannot be told. */
  function written(editing: AnswerEditing): CardCallbackResponse | undefined {
    if (!editing.json) return responseOf(editing.form) ?? {};
    const read = readResponse(editing.json.buffer.text);
    if (read.ok) return read.response;
    const problem = jsonProblemText(read.problem, t, lang);
    say([span(t('tui.editing.jsonFirst', { problem }), 'bad')]);
    return undefined;
  }

  function submit(): void {
    if (!store.ui().editing?.json && !takeTyped()) return;
    const { editing } = store.ui();
    const response = editing && written(editing);
    if (!editing || !response) return;
    const isEmpty = !response.cardData && !response.userPrivateData;
    // Typed as {} it is meant; a form in which nothing is to be sent more likely is a slip.
    if (isEmpty && !editing.json) return say([span(t('tui.editing.nothing'), 'waiting')]);
    const exchange = store.current().data.exchanges.get(editing.exchangeId);
    if (!exchange) return say([span(t('tui.editing.gone'), 'bad')]);
    const answer: Answer = isEmpty ? { kind: 'empty' } : { kind: 'update', response };
    const label = isEmpty ? t('tui.key.acknowledge') : labelOf(response);
    const outcome = deps.decide(exchange, answer, label);
    // Nobody took it: the text stays where it is.
    if (outcome === 'gone') return;
    store.change({ editing: undefined, answerDrafts: without(editing.exchangeId) });
  }

  function without(exchangeId: string): ReadonlyMap<string, AnswerEditing> {
    const drafts = new Map(store.ui().answerDrafts);
    drafts.delete(exchangeId);
    return drafts;
  }

  function close(): void {
    const { editing } = store.ui();
    if (!editing) return;
    const drafts = new Map(without(editing.exchangeId));
    if (editing.isChanged) {
      drafts.set(editing.exchangeId, editing);
      const name = store.current().data.feed.nickOf(editing.callback.userId);
      const action = editing.callback.actionIds.join('+') || editing.callback.type;
      const named = { name: name ?? editing.callback.userId, action };
      say([span(printable(t('tui.editing.draftKept', named)), 'quiet')]);
    }
    for (const oldest of drafts.keys()) if (drafts.size > draftLimit) drafts.delete(oldest);
    store.change({ editing: undefined, answerDrafts: drafts });
  }

  function toggleJson(): void {
    const { editing } = store.ui();
    if (!editing) return;
    if (!editing.json) {
      if (!takeTyped()) return;
      return change((known) => {
        const text = responseText(responseOf(known.form));
        return { ...known, json: { buffer: { ...textBuffer(text), cursor: firstValue(text) } } };
      });
    }
    const response = written(editing);
    if (!response) return;
    change((known) => withoutJson({ ...known, form: withResponse(known.form, response) }));
  }

  function paste(text: string): void {
    const { editing } = store.ui();
    if (!editing) return;
    if (editing.json) return edit({ do: 'insert', text });
    const parsed = text.trimStart().startsWith('{') ? parseJson(text) : undefined;
    if (parsed?.ok && isWholeResponse(parsed.value)) {
      const read = readResponse(text);
      if (read.ok) return changeForm((form) => withResponse(form, read.response));
    }
    const field = editing.form.fields[editing.form.at];
    if (field?.kind === 'add') {
      const given = parseVariables(text);
      if (Object.keys(given).length > 0) {
        return changeForm((form) => addValues(form, field.scope, given));
      }
    }
    const isOneLine = field?.kind !== 'value';
    edit({ do: 'insert', text: isOneLine ? text.replace(/\s*\n\s*/g, ' ').trim() : text });
  }

  function openOutside(exchange?: Exchange): void {
    if (!deps.editOutside) return say([span(t('tui.editor.none'), 'waiting')]);
    const known = store.ui().editing ?? (exchange && begun(exchange));
    if (!known) return;
    store.change({ editing: known, answer: undefined });
    if (!known.json && !takeTyped()) return;
    const { editing } = store.ui();
    if (!editing) return;
    const before = editing.json?.buffer.text ?? responseText(responseOf(editing.form));
    deps.editOutside(`${before}\n`, (edited) => {
      if (!edited.ok) {
        const text =
          edited.reason === 'unset'
            ? t('tui.editor.none')
            : t('tui.editor.failed', { detail: printable(edited.detail) });
        return say([span(text, edited.reason === 'unset' ? 'waiting' : 'bad')]);
      }
      const text = edited.text.replaceAll('\r\n', '\n').trimEnd();
      if (text === before) return say([span(t('tui.editor.unchanged'), 'quiet')]);
      takeEdited({ ...(store.ui().editing ?? editing), json: { buffer: textBuffer(text) } });
    });
  }

  /** A text that is an answer becomes the form again, unless the person wrote JSON before. */
  function takeEdited(editing: AnswerEditing): void {
    const read = editing.json && readResponse(editing.json.buffer.text);
    const wasJson = store.ui().editing?.json !== undefined;
    const isForm = read?.ok === true && !wasJson;
    const next = isForm
      ? withoutJson({ ...editing, form: withResponse(editing.form, read.response) })
      : editing;
    store.change({ editing: linted({ ...next, isChanged: true }) });
  }

  return {
    edit,
    paste,
    openOutside,
    open: (exchange) => store.change({ editing: begun(exchange), answer: undefined }),
    run(command) {
      const { editing } = store.ui();
      const isJson = editing?.json !== undefined;
      if (command === 'back') close();
      else if (command === 'submit') submit();
      else if (command === 'accept') accept();
      else if (command === 'toggleJson') toggleJson();
      else if (command === 'openEditor') openOutside();
      else if (command === 'newline')
        edit({ do: 'insert', text: `\n${isJson ? indentOf(editing) : ''}` });
      else if (command === 'next') changeForm((form) => moveAnswer(form, 1));
      else if (command === 'previous') changeForm((form) => moveAnswer(form, -1));
      else if (command === 'moveUp' || command === 'moveDown') {
        if (isJson) edit({ do: command === 'moveUp' ? 'up' : 'down' });
        else changeForm((form) => moveAnswer(form, command === 'moveUp' ? -1 : 1));
      } else if (command === 'removeVariable') changeForm(toggleSent);
      else if (isTextEdit(command)) edit({ do: command });
    },
  };
}

function withoutJson(editing: AnswerEditing): AnswerEditing {
  const { json: _, ...rest } = editing;
  return rest;
}

function linted(editing: AnswerEditing): AnswerEditing {
  const { json, form, template, callback } = editing;
  if (!json) {
    const response = responseOf(form);
    return { ...editing, findings: response ? findingsOf(response, template, callback) : [] };
  }
  const read = readResponse(json.buffer.text);
  const { buffer } = json;
  if (!read.ok) return { ...editing, json: { buffer, problem: read.problem }, findings: [] };
  return { ...editing, json: { buffer }, findings: findingsOf(read.response, template, callback) };
}

function findingsOf(
  { cardUpdateOptions, cardData, userPrivateData }: CardCallbackResponse,
  template: CardTemplate | undefined,
  { userId }: CardCallback,
): readonly Finding[] {
  const json = {
    ...(cardUpdateOptions && { cardUpdateOptions: { ...cardUpdateOptions } }),
    ...(cardData && { cardData: { ...cardData } }),
    ...(userPrivateData && { userPrivateData: { ...userPrivateData } }),
  };
  return lintAnswer(json, template, userId);
}

function labelOf({ cardData, userPrivateData }: CardCallbackResponse): string {
  const values = { ...userPrivateData?.cardParamMap, ...cardData?.cardParamMap };
  const texts = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  return texts.join(' ').slice(0, 80);
}

/** Behind the first name, where typing mostly begins. */
function firstValue(text: string): number {
  const value = /"cardParamMap": \{\n\s+"(?:[^"\\]|\\.)*": "/.exec(text);
  if (value) {
    const start = value.index + value[0].length;
    return start + (/^(?:[^"\\]|\\.)*/.exec(text.slice(start))?.[0].length ?? 0);
  }
  const map = text.indexOf('"cardParamMap": {');
  return map < 0 ? text.length : map + '"cardParamMap": {'.length;
}

/** Blanks the line of the cursor begins with. */
function indentOf(editing: AnswerEditing | undefined): string {
  const { text, cursor } = editing?.json?.buffer ?? textBuffer();
  const start = text.lastIndexOf('\n', cursor - 1) + 1;
  return /^ */.exec(text.slice(start, cursor))?.[0] ?? '';
}
