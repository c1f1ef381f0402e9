import { isJsonObject, parseJson, toParamText } from '../../base/json-text.js';
import type { CardParamMap } from '../../protocol/card-callback.js';
import { editText, type TextBuffer, type TextEdit, textBuffer } from '../components/text-buffer.js';

/** Something that can be taken instead of typed. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly cardParamMap?: CardParamMap;
  /** Declared variables, name → type, in the order they are asked for. */
  readonly types?: Readonly<Record<string, string>>;
}

/** `add` is the last row: `name=value` typed there becomes a variable. */
export interface FormField {
  readonly kind: 'pick' | 'variable' | 'add';
  readonly name: string;
  readonly buffer: TextBuffer;
  readonly choices: readonly Choice[];
  /** Index into `matching(field)`; -1 takes the text as typed. */
  readonly highlight: number;
  /** Declared type of a variable; such a one is not sent while it is empty. */
  readonly type?: string;
}

export interface Form {
  readonly fields: readonly FormField[];
  readonly at: number;
}

const variableLimit = 200;

export function pickField(name: string, choices: readonly Choice[], text = ''): FormField {
  const highlight = text === '' && choices.length > 0 ? 0 : -1;
  return { kind: 'pick', name, buffer: textBuffer(text), choices, highlight };
}

export function variableField(name: string, text: string, type?: string): FormField {
  const field = {
    kind: 'variable',
    name,
    buffer: textBuffer(text),
    choices: [],
    highlight: -1,
  } as const;
  return type === undefined ? field : { ...field, type };
}

export function addField(): FormField {
  return { kind: 'add', name: '', buffer: textBuffer(), choices: [], highlight: -1 };
}

function focused(form: Form): FormField | undefined {
  return form.fields[form.at];
}

/** Choices that fit what is typed; all of them while it is empty or is one of them. */
export function matching(field: FormField): readonly Choice[] {
  const typed = field.buffer.text.trim().toLowerCase();
  if (typed === '' || field.choices.some((choice) => choice.value.toLowerCase() === typed)) {
    return field.choices;
  }
  return field.choices.filter(
    (choice) =>
      choice.value.toLowerCase().includes(typed) || choice.label.toLowerCase().includes(typed),
  );
}

export function editForm(form: Form, edit: TextEdit): Form {
  return changeField(form, form.at, (field) => {
    const buffer = editText(field.buffer, edit);
    if (buffer.text === field.buffer.text) return { ...field, buffer };
    const isEmpty = buffer.text.trim() === '' && field.choices.length > 0;
    return { ...field, buffer, highlight: isEmpty ? 0 : -1 };
  });
}

export function moveField(form: Form, delta: number): Form {
  const count = form.fields.length;
  return { ...form, at: (form.at + delta + count) % count };
}

/** In a list of choices moves the highlight, elsewhere moves to the next field. */
export function moveWithin(form: Form, delta: number): Form {
  const field = focused(form);
  const count = field ? matching(field).length : 0;
  if (field?.kind !== 'pick' || count === 0) return moveField(form, delta);
  const next = field.highlight + delta;
  if (next >= count || next < -1) return moveField(form, delta);
  return changeField(form, form.at, (known) => ({ ...known, highlight: next }));
}

/** Enter: takes the highlighted choice or the typed variable and goes on. */
export function acceptField(form: Form): Form {
  const field = focused(form);
  if (!field) return form;
  if (field.kind === 'add') return addVariables(form, parseVariables(field.buffer.text));
  const choice = field.kind === 'pick' ? matching(field)[field.highlight] : undefined;
  if (!choice) return moveField(form, 1);
  const taken = changeField(form, form.at, (known) => ({
    ...known,
    buffer: textBuffer(choice.value),
    highlight: -1,
  }));
  const { cardParamMap, types } = choice;
  const filled = cardParamMap || types ? replaceVariables(taken, cardParamMap, types) : taken;
  return moveField(filled, 1);
}

/** A pasted object, or lines of `name=value`, become variables; other text is typed. */
export function pasteIntoForm(form: Form, text: string): Form {
  const field = focused(form);
  if (field?.kind === 'add') {
    const variables = parseVariables(text);
    if (Object.keys(variables).length > 0) return addVariables(form, variables);
  }
  const oneLine = field?.kind === 'variable' ? text : text.replace(/\s*\n\s*/g, ' ').trim();
  return editForm(form, { do: 'insert', text: oneLine });
}

export function removeVariable(form: Form): Form {
  if (focused(form)?.kind !== 'variable') return form;
  return { ...form, fields: form.fields.filter((_, index) => index !== form.at) };
}

export function variablesOf(form: Form): CardParamMap {
  const typed = form.fields.find((field) => field.kind === 'add')?.buffer.text ?? '';
  return Object.fromEntries([
    ...form.fields
      .filter((field) => field.kind === 'variable')
      .filter(({ type, buffer }) => type === undefined || buffer.text !== '')
      .map((field) => [field.name, field.buffer.text] as const),
    // Typed but not yet entered counts as well: sending must not lose it.
    ...Object.entries(parseVariables(typed)),
  ]);
}

function addVariables(form: Form, variables: CardParamMap): Form {
  let fields = [...form.fields];
  for (const [name, text] of Object.entries(variables)) {
    const at = fields.findIndex((field) => field.kind === 'variable' && field.name === name);
    if (at >= 0) fields[at] = variableField(name, text, fields[at]?.type);
    else if (fields.length < variableLimit) {
      fields = [...fields.slice(0, -1), variableField(name, text), fields.at(-1) as FormField];
    }
  }
  if (Object.keys(variables).length > 0) fields[fields.length - 1] = addField();
  return { fields, at: fields.length - 1 };
}

function replaceVariables(
  form: Form,
  cardParamMap: CardParamMap = {},
  types: Readonly<Record<string, string>> = {},
): Form {
  const known = form.fields.some((field) => field.kind === 'variable' && field.buffer.text !== '');
  if (known) return form;
  const picks = form.fields.filter((field) => field.kind === 'pick');
  const values = new Map(Object.entries(cardParamMap));
  const declared = new Map(Object.entries(types));
  const fields = [...new Set([...declared.keys(), ...values.keys()])]
    .slice(0, variableLimit)
    .map((name) => variableField(name, values.get(name) ?? '', declared.get(name)));
  return { ...form, fields: [...picks, ...fields, addField()] };
}

export function parseVariables(text: string): CardParamMap {
  const parsed = text.trimStart().startsWith('{') ? parseJson(text) : undefined;
  if (parsed?.ok && isJsonObject(parsed.value)) {
    const entries = Object.entries(parsed.value);
    return Object.fromEntries(entries.map(([name, value]) => [name, toParamText(value)]));
  }
  const pairs = text.split('\n').flatMap((line) => {
    const at = line.indexOf('=');
    const name = line.slice(0, Math.max(0, at)).trim();
    return name === '' ? [] : [[name, line.slice(at + 1).trim()] as const];
  });
  return Object.fromEntries(pairs);
}

function changeField(form: Form, at: number, next: (field: FormField) => FormField): Form {
  return {
    ...form,
    fields: form.fields.map((field, index) => (index === at ? next(field) : field)),
  };
}
