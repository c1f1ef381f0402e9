import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { NodeSource } from '../../scripts/templates/exported.js';
import { node } from './draw-card.js';

/** Sets `window.__pwned` where it is run. */
const run = 'window.__pwned=1';

/** What somebody might write into a card to have a browser run it. */
export const browserAttacks = {
  'a script element': `<script>${run}</script>`,
  'a handler of an image': `<img src=x onerror="${run}">`,
  'a handler of a drawing': `"><svg onload=${run}>`,
  'a handler that closes an attribute': `' onmouseover='${run}' autofocus onfocus='${run}`,
  'a frame': `<iframe src="javascript:parent.${run}"></iframe><iframe srcdoc="<script>parent.${run}</script>">`,
  'the end of a style sheet': `</style></title></textarea><script>${run}</script><!--`,
  'an object, a base, a refresh': `<object data="data:text/html,<script>${run}</script>"></object><base href="http://evil.test/"><meta http-equiv=refresh content="0;url=javascript:${run}"><link rel=stylesheet href=http://evil.test/x.css>`,
  'links that run': [
    `[a](javascript:${run})`,
    `[b](JaVaScRiPt:${run})`,
    `[c](java\tscript:${run})`,
    `[d](<java\nscript:${run}>)`,
    `[e](java&#115;cript:${run})`,
    `[f](&#x6A;avascript&colon;${run})`,
    `[g](data:text/html,<script>${run}</script>)`,
    `[h](vbscript:MsgBox)`,
    `[i](\u0001javascript:${run})`,
    `<a href="javascript:${run}">j</a>`,
    `<javascript:${run}>`,
    `[k]: javascript:${run}\n[k]`,
  ].join(' '),
  'pictures that run': [
    `![a](javascript:${run})`,
    '![b](file:///etc/passwd)',
    `![c](data:text/html,<script>${run}</script>)`,
    `![d](x" onerror="${run})`,
    `<font color="red;background:url(http://evil.test/a)" onclick="${run}" style="x">e</font>`,
  ].join(' '),
} as const;

/** What somebody might write into a card to have a terminal act on it. */
export const terminalAttacks = {
  'the screen cleared, the alternate one entered': '\u001b[2J\u001b[H\u001b[?1049h\u001bc',
  'the cursor moved': '\u001b[10A\u001b[2K\r\u001b[1;1H\b\b\b\u000b\u000c',
  'the clipboard set': '\u001b]52;c;cm0gLXJm\u0007\u001b]0;title\u0007',
  'a hyperlink of its own': '\u001b]8;;http://evil.test/\u001b\\here\u001b]8;;\u001b\\',
  'colours left on': '\u001b[31;5;8m',
  'device strings': '\u001bPq#0\u001b\\\u001b_x\u001b\\\u001b^x\u001b\\\u001bX',
  'C1 controls': '\u009b2J\u009d52;c;cm0=\u009c\u0090q\u009c\u0085\u008d',
  'text that runs backwards or hides':
    '\u202egnp.exe\u202c\u2066\u2067\u200b\u200d\u2060\ufeff\u00ad',
  'NUL and halves of characters': 'a\u0000b\ud800c\udc00d\uffff',
} as const;

const root = path.resolve(import.meta.dirname, '../..');

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Words of the format and names, as opposed to what somebody wrote or filled in. */
const wordsOfTheFormat =
  /^(componentName|id|type|valueType|variable|variableType|varType|op|actionType|actionSheetAction|conditionGroup|valueVariableType|name|alias|dataType|editorVarType|expContent|schemaVersion|version|i18n|extendType|fileName|fileType|fileSource|buttonsSource)$/;

/** A text for each name, bound to it. */
export const bindings = (names: readonly string[]): NodeSource[] =>
  names.map((name, index) =>
    node('BaseText', `bound${index}`, { text: { type: 'dynamicString', content: `\${${name}}` } }),
  );

/** The same template with one value in the place of every number. */
export function everyNumberOf(file: string, value: Json): string {
  return changedFile(file, (was) => (typeof was === 'number' ? value : was));
}

/** An exported template of the repository with every text in it, and in its data, changed. */
export function everyTextOf(file: string, change: (text: string, key: string) => Json): string {
  return changedFile(file, (was, key) =>
    typeof was === 'string' && !wordsOfTheFormat.test(key) ? change(was, key) : was,
  );
}

function changedFile(file: string, change: (leaf: Json, key: string) => Json): string {
  const exported = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as {
    editorData: string;
  };
  const editor = JSON.parse(exported.editorData) as { schema: Json; mockData: Json };
  const changed = (value: Json, key: string): Json => {
    if (Array.isArray(value)) return value.map((item) => changed(item, key));
    if (typeof value !== 'object' || value === null) return change(value, key);
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, changed(inner, name)]),
    );
  };
  const schema = changed(editor.schema, '');
  const mockData = changed(editor.mockData, '');
  return JSON.stringify({
    ...exported,
    editorData: JSON.stringify({ ...editor, schema, mockData }),
  });
}

/**
 * Fails on anything a terminal would act on but colours. A zero-width space is none, and JSON keeps it.
 */
export function expectTamed(output: string): void {
  const rest = output.replaceAll(/\u001b\[[\d;]*m/g, '');
  const acting =
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  const found = (rest.match(acting) ?? []).map((mark) => mark.charCodeAt(0).toString(16));
  expect([...new Set(found)]).toEqual([]);
}

const tags =
  'a article bdi body button circle code col colgroup del div em figure figcaption form g h1 h2 h3 h4 h5 h6 head hr html i img input label li line meta ol option p path pre polyline rect section select small span strong sub summary sup svg table tbody td text textarea th thead title tr ul'.split(
    ' ',
  );

/** Fails unless a page of the painter is made of its own elements and attributes alone. */
export function expectHarmless(page: string): void {
  expect(page.match(/<style>/g)).toHaveLength(1);
  expect(page.slice(0, 400)).toContain(
    '<meta http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;; style-src',
  );
  const body = page.replace(/<style>[\s\S]*?<\/style>/, '').replace('<!doctype html>', '');
  const rest = body.replaceAll(
    /<\/?([a-zA-Z][\w]*)((?:\s+[\w:-]+(?:="[^"<>]*")?)*)\s*\/?>/g,
    (_all, tag: string, attributes: string) => {
      expect(tags).toContain(tag);
      for (const [, name = '', value = ''] of attributes.matchAll(/\s([\w:-]+)(?:="([^"]*)")?/g)) {
        expectHarmlessAttribute(name.toLowerCase(), value);
      }
      return '';
    },
  );
  expect(/.{0,40}<.{0,40}/s.exec(rest)?.[0]).toBeUndefined();
}

function expectHarmlessAttribute(name: string, value: string): void {
  expect(name).not.toMatch(/^(on.*|srcdoc|action|formaction|xlink:href|background)$/);
  if (name === 'href') expect(value).toMatch(/^(https?:\/\/|dingtalk:|mailto:)[^\s]+$/);
  if (name === 'src') expect(value).toMatch(/^(https?:\/\/|data:image\/)[^\s]+$/);
  if (name !== 'style') return;
  for (const declaration of value.split(';')) {
    expect(declaration).toMatch(/^(--)?[a-z-]+:[\w#.,%() /+-]+$/);
    const called = [...declaration.matchAll(/([\w-]+)\(/g)].map(([, called]) => called);
    for (const one of called)
      expect(['minmax', 'repeat', 'var', 'linear-gradient', 'rgba']).toContain(one);
  }
}
