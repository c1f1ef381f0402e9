import type { CardTemplate } from '../../card/template/card-template.js';
import type { CardCallbackResponse, CardParamMap } from '../../protocol/card-callback.js';
import { editText, type TextBuffer, type TextEdit, textBuffer } from '../components/text-buffer.js';

/** Whom a value is for: everyone, or the one who tapped. */
export type AnswerScope = 'public' | 'private';

export type AnswerField =
  | {
      readonly kind: 'value';
      readonly scope: AnswerScope;
      readonly name: string;
      /** Declared type; absent where no template is known. */
      readonly type?: string;
      readonly buffer: TextBuffer;
      /** What is not sent stays on the card as it is, or is wiped where the rest is replaced. */
      readonly isSent: boolean;
      /** What it was before it was edited. */
      readonly start: string;
    }
  /** The row for further variables: `name=value`. */
  | { readonly kind: 'add'; readonly scope: AnswerScope; readonly buffer: TextBuffer }
  /** Whether variables that are not sent are wiped. */
  | { readonly kind: 'replace'; readonly scope: AnswerScope; readonly isOn: boolean };

export interface AnswerForm {
  /** Public ones first; each scope ends with its `add` and its `replace`. */
  readonly fields: readonly AnswerField[];
  readonly at: number;
}

/** What a form is made of. */
export interface AnswerFormParts {
  readonly response: CardCallbackResponse;
  readonly template?: CardTemplate | undefined;
  /** What the card shows now to the one who tapped. */
  readonly now?: Readonly<Record<AnswerScope, CardParamMap>> | undefined;
}

const scopes = ['public', 'private'] as const;
const fieldLimit = 200;
/** Variables that answers mostly are about; offered where nothing is known. */
const likely: readonly string[] = ['status', 'state', 'result'];

export function answerForm(parts: AnswerFormParts): AnswerForm {
  const fields = scopes.flatMap((scope) => scopeFields(parts, scope));
  const sent = fields.findIndex((field) => field.kind === 'value' && field.isSent);
  return { fields, at: Math.max(0, sent) };
}

/** The response the form says; undefined when it says nothing. */
export function responseOf(form: AnswerForm): CardCallbackResponse | undefined {
  const shared = sentValues(form, 'public');
  const own = sentValues(form, 'private');
  const wipesShared = replaces(form, 'public');
  const wipesOwn = replaces(form, 'private');
  const hasShared = wipesShared || Object.keys(shared).length > 0;
  const hasOwn = wipesOwn || Object.keys(own).length > 0;
  if (!hasShared && !hasOwn) return undefined;
  return {
    cardUpdateOptions: {
      ...(hasShared && { updateCardDataByKey: !wipesShared }),
      ...(hasOwn && { updatePrivateDataByKey: !wipesOwn }),
    },
    ...(hasShared && { cardData: { cardParamMap: shared } }),
    ...(hasOwn && { userPrivateData: { cardParamMap: own } }),
  };
}

/** The same form saying something else; what is not sent keeps its place. */
export function withResponse(form: AnswerForm, response: CardCallbackResponse): AnswerForm {
  let next = form;
  for (const scope of scopes) {
    const given = mapOf(response, scope);
    const names = Object.keys(given);
    const fields = next.fields.flatMap((field): AnswerField[] => {
      if (field.scope !== scope) return [field];
      if (field.kind === 'replace') return [{ ...field, isOn: isReplaced(response, scope) }];
      if (field.kind === 'add') return [{ ...field, buffer: textBuffer() }];
      const text = Object.hasOwn(given, field.name) ? given[field.name] : undefined;
      if (text !== undefined) return [withText(field, text)];
      return field.type === undefined && field.start === '' ? [] : [unsent(field)];
    });
    next = addValues(
      { ...next, fields },
      scope,
      Object.fromEntries(names.map((name) => [name, given[name] ?? ''])),
    );
  }
  return { ...next, at: Math.min(form.at, next.fields.length - 1) };
}

export function editAnswer(form: AnswerForm, edit: TextEdit): AnswerForm {
  return changeFocused(form, (field) => {
    if (field.kind === 'replace') {
      const isToggle = edit.do === 'insert' ? edit.text.trim() === '' : isSideways(edit);
      return isToggle ? { ...field, isOn: !field.isOn } : field;
    }
    const buffer = editText(field.buffer, edit);
    if (field.kind === 'add' || buffer.text === field.buffer.text) return { ...field, buffer };
    return { ...field, buffer, isSent: true };
  });
}

export function moveAnswer(form: AnswerForm, delta: number): AnswerForm {
  const count = form.fields.length;
  return { ...form, at: (form.at + delta + count) % count };
}

/** Sends the focused variable or does not; one that nobody declared goes away. */
export function toggleSent(form: AnswerForm): AnswerForm {
  const field = form.fields[form.at];
  if (field?.kind === 'replace') return editAnswer(form, { do: 'insert', text: ' ' });
  if (field?.kind !== 'value') return form;
  const isLoose = field.type === undefined && field.start === '';
  if (field.isSent && isLoose) {
    return { ...form, fields: form.fields.filter((_, index) => index !== form.at) };
  }
  return changeFocused(form, () => (field.isSent ? unsent(field) : { ...field, isSent: true }));
}

/** Variables of a scope, over those that are there. The focus goes on with the row for the next one. */
export function addValues(form: AnswerForm, scope: AnswerScope, given: CardParamMap): AnswerForm {
  const fields = [...form.fields];
  for (const [name, text] of Object.entries(given)) {
    const at = fields.findIndex(
      (one) => one.kind === 'value' && one.scope === scope && one.name === name,
    );
    const known = fields[at];
    if (known?.kind === 'value') fields[at] = withText(known, text);
    else if (fields.length < fieldLimit) {
      const row = fields.findIndex((one) => one.kind === 'add' && one.scope === scope);
      fields.splice(row, 0, valueField(scope, name, text, true));
    }
  }
  const row = fields.findIndex((one) => one.kind === 'add' && one.scope === scope);
  const isGiven = Object.keys(given).length > 0;
  if (isGiven) fields[row] = { kind: 'add', scope, buffer: textBuffer() };
  return { fields, at: isGiven ? row : form.at };
}

function scopeFields(
  { response, template, now }: AnswerFormParts,
  scope: AnswerScope,
): AnswerField[] {
  const given = mapOf(response, scope);
  const current = now?.[scope] ?? {};
  const declared = new Map(
    (template?.variables ?? [])
      .filter((variable) => variable.private === (scope === 'private'))
      .map(({ name, type }) => [name, type]),
  );
  const names = new Set([...declared.keys(), ...Object.keys(current), ...Object.keys(given)]);
  if (names.size === 0 && scope === 'public') names.add(likely[0] as string);
  const values = [...names].slice(0, fieldLimit).map((name) => {
    const isSent = Object.hasOwn(given, name);
    const start = Object.hasOwn(current, name) ? (current[name] ?? '') : '';
    const text = isSent ? (given[name] ?? '') : start;
    return valueField(scope, name, text, isSent, start, declared.get(name));
  });
  // What is said comes first, then what answers mostly say; the rest as the template has it.
  const rank = (field: ValueField) => (field.isSent ? 0 : likely.includes(field.name) ? 1 : 2);
  values.sort((a, b) => rank(a) - rank(b));
  return [
    ...values,
    { kind: 'add', scope, buffer: textBuffer() },
    { kind: 'replace', scope, isOn: isReplaced(response, scope) },
  ];
}

type ValueField = Extract<AnswerField, { readonly kind: 'value' }>;

function valueField(
  scope: AnswerScope,
  name: string,
  text: string,
  isSent: boolean,
  start = '',
  type?: string,
): ValueField {
  const field = { kind: 'value', scope, name, buffer: textBuffer(text), isSent, start } as const;
  return type === undefined ? field : { ...field, type };
}

function withText(field: ValueField, text: string): ValueField {
  const buffer = field.buffer.text === text ? field.buffer : textBuffer(text);
  return { ...field, buffer, isSent: true };
}

function unsent(field: ValueField): ValueField {
  return { ...field, buffer: textBuffer(field.start), isSent: false };
}

function sentValues(form: AnswerForm, scope: AnswerScope): CardParamMap {
  return Object.fromEntries(
    form.fields.flatMap((field) =>
      field.kind === 'value' && field.scope === scope && field.isSent
        ? [[field.name, field.buffer.text] as const]
        : [],
    ),
  );
}

function replaces(form: AnswerForm, scope: AnswerScope): boolean {
  return form.fields.some(
    (field) => field.kind === 'replace' && field.scope === scope && field.isOn,
  );
}

function mapOf(response: CardCallbackResponse, scope: AnswerScope): CardParamMap {
  const part = scope === 'public' ? response.cardData : response.userPrivateData;
  return part?.cardParamMap ?? {};
}

/** On the wire an absent flag replaces the whole map (stream-protocol §6.4). */
function isReplaced({ cardUpdateOptions = {}, ...data }: CardCallbackResponse, scope: AnswerScope) {
  return scope === 'public'
    ? data.cardData !== undefined && cardUpdateOptions.updateCardDataByKey !== true
    : data.userPrivateData !== undefined && cardUpdateOptions.updatePrivateDataByKey !== true;
}

function isSideways({ do: what }: TextEdit): boolean {
  return what === 'left' || what === 'right';
}

function changeFocused(form: AnswerForm, next: (field: AnswerField) => AnswerField): AnswerForm {
  return {
    ...form,
    fields: form.fields.map((field, index) => (index === form.at ? next(field) : field)),
  };
}
