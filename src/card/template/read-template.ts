import { isJsonObject, type JsonObject, parseJsonObject } from '../../base/json-text.js';
import { type Find, type Finding, findingOf } from '../finding.js';
import { parseAnyDepth } from './any-depth.js';
import type { CardTemplate, Variable } from './card-template.js';
import { DEEPEST_NODE, readRoot } from './read-nodes.js';
import { readExpressions, readVariables } from './read-variables.js';

/** Characters; the largest export seen has under a million. */
const LONGEST_FILE = 50_000_000;

/** What is wrong everywhere is said this often, so that it hides nothing else. */
const MOST_OF_A_CODE = 50;

const schemaVersions: readonly unknown[] = ['2.0.0', '3.0.0'];
const cardTypes: readonly unknown[] = ['im', 'standard', 'onebox'];

/**
 * The text of an exported template file as a CardTemplate (template-format §1). Never throws: of a
 * file that is not a template the findings say why, and `root` is absent. `editorData` may be given
 * as text, as the platform writes it, or as an object.
 */
export function readTemplate(text: string): CardTemplate {
  const findings: Finding[] = [];
  const counts = new Map<string, number>();
  const find: Find = (code, path, params) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count <= MOST_OF_A_CODE) findings.push(findingOf(code, path, params));
  };
  if (text.length > LONGEST_FILE) {
    find('T111', '$', { length: text.length, most: LONGEST_FILE });
    return nothing(findings);
  }
  const parsed = parseAnyDepth(text.startsWith('\uFEFF') ? text.slice(1) : text);
  if (!parsed.ok) {
    find('T100', '$', { problem: parsed.problem });
    return nothing(findings);
  }
  const file = parsed.value;
  if (!isJsonObject(file) || !Object.hasOwn(file, 'editorData')) {
    find('T101', '$');
    return nothing(findings);
  }
  const opened = openEditorData(file['editorData'], find);
  if (opened === undefined) return { ...nothing(findings), ...about(file) };
  const template = readEditorData(file, opened.editor, findings, find);
  // Something that is no node was cut: nothing else tells.
  if ((parsed.cut || opened.cut) && !findings.some(({ code }) => code === 'T107')) {
    find('T107', opened.cut ? '$.editorData' : '$', { most: DEEPEST_NODE });
  }
  return { ...template, ...about(file) };
}

interface OpenedEditorData {
  readonly editor: JsonObject;
  readonly cut: boolean;
}

function openEditorData(editorData: unknown, find: Find): OpenedEditorData | undefined {
  if (isJsonObject(editorData)) return { editor: editorData, cut: false };
  if (typeof editorData !== 'string') {
    find('T102', '$.editorData', { problem: 'neither text nor an object' });
    return undefined;
  }
  const parsed = parseAnyDepth(editorData);
  if (parsed.ok && isJsonObject(parsed.value)) return { editor: parsed.value, cut: parsed.cut };
  find('T102', '$.editorData', { problem: parsed.ok ? 'not an object' : parsed.problem });
  return undefined;
}

/** What the file says besides the document. */
function about(file: JsonObject): Pick<CardTemplate, 'cardTemplateId' | 'type'> {
  const cardTemplateId = templateIdIn(file['widgetInfo']);
  const type = typeof file['type'] === 'string' ? file['type'] : '';
  return { type, ...(cardTemplateId === undefined ? {} : { cardTemplateId }) };
}

const ID_ARGUMENT = 'logTrack_templateId';

/** Recent compilers leave the id as an argument of the automatic log (template-format §1.1). */
function templateIdIn(widgetInfo: unknown): string | undefined {
  if (typeof widgetInfo !== 'string') return undefined;
  const at = widgetInfo.indexOf(ID_ARGUMENT);
  if (at < 0) return undefined;
  const after = widgetInfo.slice(at + ID_ARGUMENT.length, at + ID_ARGUMENT.length + 120);
  return /^[^\w,]*(?:&\w+;)?\s*,\s*(?:&\w+;)?\W*([\w-]{8,64}\.schema)\b/.exec(after)?.[1];
}

function readEditorData(
  file: JsonObject,
  editor: JsonObject,
  findings: readonly Finding[],
  find: Find,
): CardTemplate {
  const { schemaVersion, extension, mockData } = editor;
  if (!schemaVersions.includes(schemaVersion)) {
    find('T103', '$.editorData.schemaVersion', { version: shown(schemaVersion) });
  }
  if (!cardTypes.includes(file['type'])) find('T104', '$.type', { type: shown(file['type']) });
  if (editor['useCustomWidgetInfo'] === true) find('T105', '$.editorData.useCustomWidgetInfo');
  const locals = readVariables(editor['localList'], '$.editorData.localList', find);
  const root = readRoot(editor['schema'], '$.editorData.schema', find);
  const compiledEventChains = eventChains(extension);
  return {
    type: '',
    schemaVersion: typeof schemaVersion === 'string' ? schemaVersion : '',
    extendType: isAi(root?.componentName, extension) ? 'AI' : 'NORMAL',
    variables: readVariables(editor['variableList'], '$.editorData.variableList', find),
    expressions: readExpressions(editor['expList'], '$.editorData.expList', find),
    locals,
    mockData: readMockData(mockData, locals),
    ...(root === undefined ? {} : { root }),
    ...(compiledEventChains === undefined ? {} : { compiledEventChains }),
    findings,
  };
}

function isAi(rootName: string | undefined, extension: unknown): boolean {
  if (rootName !== undefined) return rootName === 'AICardContainer';
  return isJsonObject(extension) && extension['extendType'] === 'AI';
}

function eventChains(extension: unknown): JsonObject | undefined {
  const files = isJsonObject(extension) ? extension['fileTypeList'] : undefined;
  if (!Array.isArray(files)) return undefined;
  const file: unknown = files.find(
    (entry) => isJsonObject(entry) && entry['fileName'] === 'event_chain',
  );
  return isJsonObject(file) ? parseJsonObject(file['fileSource']) : undefined;
}

/** Stale copies of public variables lie about in `localData` (template-format §1.5). */
function readMockData(mockData: unknown, locals: readonly Variable[]): CardTemplate['mockData'] {
  const mock = parseJsonObject(mockData) ?? {};
  const part = (name: string): JsonObject => parseJsonObject(mock[name]) ?? {};
  const declared = new Set(locals.map(({ name }) => name));
  return {
    cardData: part('cardData'),
    cardPrivateData: part('cardPrivateData'),
    localData: Object.fromEntries(
      Object.entries(part('localData')).filter(([name]) => declared.has(name)),
    ),
  };
}

function nothing(findings: readonly Finding[]): CardTemplate {
  return {
    type: '',
    schemaVersion: '',
    extendType: 'NORMAL',
    variables: [],
    expressions: [],
    locals: [],
    mockData: { cardData: {}, cardPrivateData: {}, localData: {} },
    findings,
  };
}

function shown(value: unknown): string {
  return value === undefined ? '-' : typeof value === 'string' ? value : typeof value;
}
