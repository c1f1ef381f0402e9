/**
 * Writes templates in the form the card platform exports them. A template is told in few words
 * here; the platform's own files carry some hundred more props, all of them optional.
 */

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Props = { readonly [key: string]: Json };

export interface NodeSource {
  readonly componentName: string;
  readonly id: string;
  readonly props: Props;
  readonly children: readonly NodeSource[];
  readonly hidden?: boolean;
}

export interface TemplateSource {
  readonly type?: 'im' | 'standard' | 'onebox';
  readonly schemaVersion?: '2.0.0' | '3.0.0';
  readonly variables?: readonly VariableSource[];
  readonly expressions?: Readonly<Record<string, { readonly type: string; readonly is: string }>>;
  readonly locals?: Readonly<Record<string, string>>;
  readonly mock?: { readonly cardData?: Props; readonly cardPrivateData?: Props };
  readonly root: NodeSource;
  readonly widgetInfo?: string;
}

export interface VariableSource {
  readonly name: string;
  readonly type: string;
  readonly private?: boolean;
  readonly description?: string;
  readonly fields?: readonly VariableSource[];
}

/** The text of the exported file. */
export function exportTemplate(source: TemplateSource): string {
  const ai = source.root.componentName === 'AICardContainer';
  const { cardData = {}, cardPrivateData = {} } = source.mock ?? {};
  const editorData: Json = {
    schemaVersion: source.schemaVersion ?? '3.0.0',
    schema: {
      version: '1.0.0',
      componentsMap: [],
      componentsTree: [exportNode(source.root)],
      i18n: {},
    },
    mockData: { cardData, cardPrivateData, localData: {}, richTextData: {} },
    editVersion: 0,
    customWidgetInfo: '',
    useCustomWidgetInfo: false,
    variableList: (source.variables ?? []).map((variable) =>
      exportVariable(variable, variable.name, variable.private ?? false),
    ),
    formList: [],
    expList: Object.entries(source.expressions ?? {}).map(([name, { type, is }]) => ({
      id: name,
      name,
      type,
      expContent: is,
      private: false,
      editorVarType: 'expList',
    })),
    localList: Object.entries(source.locals ?? {}).map(([name, type]) => ({
      id: name,
      name,
      type,
      private: false,
      editorVarType: 'localList',
    })),
    hsfList: [],
    lwpList: [],
    extension: {
      extendType: ai ? 'AI' : 'NORMAL',
      ...(ai ? { aiStatusList: statesOf(source.root) } : {}),
      fileTypeList: [{ fileName: 'event_chain', fileSource: '{}', fileType: 'json' }],
    },
  };
  const file = {
    editorData: JSON.stringify(editorData),
    widgetInfo: source.widgetInfo ?? '',
    type: source.type ?? 'im',
    mode: 'card',
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function exportNode({ componentName, id, props, children, hidden = false }: NodeSource): Json {
  return {
    componentName,
    id,
    props,
    title: '',
    hidden,
    isLocked: false,
    condition: true,
    conditionGroup: '',
    ...(children.length > 0 ? { children: children.map(exportNode) } : {}),
  };
}

/** Nested ids spell the path, `[0]` standing for any item. */
function exportVariable(variable: VariableSource, id: string, isPrivate: boolean): Json {
  const { name, type, description = '', fields } = variable;
  const inside = type === 'loopArray' ? `${id}[0]` : id;
  const schema = (fields ?? []).map((field) =>
    exportVariable(field, `${inside}.${field.name}`, isPrivate),
  );
  return {
    id,
    name,
    type,
    private: isPrivate,
    description,
    editorVarType: 'variables',
    ...(fields ? { schema } : {}),
  };
}

function statesOf(root: NodeSource): number[] {
  return root.children.map(({ props }) => Number(props['status']));
}

/** Ids as the builder makes them: `node_` and some characters, the same in every run. */
export function nodes(prefix: string) {
  let count = 0;
  return (
    componentName: string,
    props: Props = {},
    children: readonly NodeSource[] = [],
    id?: string,
  ): NodeSource => ({
    componentName,
    id: id ?? `node_${prefix}${(++count).toString(36)}`,
    props,
    children,
  });
}

export const text = (content: string): Props => ({ type: 'dynamicString', content, i18n: false });

/** A dynamicX with a value of its own. */
export const fixed = (type: string, value: Json): Props => ({
  type,
  valueType: 'fixed',
  value,
  variable: '',
  variableType: 'global',
});

/** A dynamicX that reads a variable; inside a loop spell the declared path, e.g. `rows[0].name`. */
export const bound = (type: string, variable: string, value: Json = ''): Props => ({
  type,
  valueType: 'variable',
  value,
  variable,
  variableType: variable.includes('[0]') ? 'loop' : 'global',
});

export const ref = (variable: string, varType?: string): Props => ({
  type: 'variableValue',
  variable,
  variableType: variable.includes('[0]') ? 'loop' : 'global',
  ...(varType === undefined ? {} : { varType }),
});

type Operand = string | { readonly variable: string };

/** One condition: a declared path, an operator and what it is compared with. */
export function is(variable: string, op: string, value: Operand = ''): Props {
  const other = typeof value === 'object' ? value.variable : undefined;
  return {
    type: 'variable',
    variable,
    variableType: variable.includes('[0]') ? 'loop' : 'global',
    op,
    value: typeof value === 'string' ? value : '',
    valueType: other === undefined ? 'fixed' : 'variable',
    ...(other === undefined
      ? { valueVariableType: 'global' }
      : {
          valueVariable: other,
          valueVariableType: other.includes('[0]') ? 'loop' : 'global',
        }),
  };
}

export const all = (...conditions: Props[]): Props => ({ op: 'and', conditions });
export const any = (...conditions: Props[]): Props => ({ op: 'or', conditions });

/** Visible while the condition holds. */
export const when = (condition: Props): Props => ({
  visible: { type: 'dynamicVisible', value: true, valueType: 'condition', condition },
});

export type Param = readonly [name: string, value: string | { readonly variable: string }];

export function params(...given: readonly Param[]): readonly Json[] {
  return given.map(([name, value], index) => {
    const variable = typeof value === 'object' ? value.variable : '';
    return {
      id: String(index + 1),
      name,
      type: variable === '' ? 'fixed' : 'variable',
      value: typeof value === 'string' ? value : '',
      variable,
      variableType: variable.includes('[0]') ? 'loop' : 'global',
    };
  });
}

/** The props of an action bundle that sends a callback. */
export const request = (actionId: string, ...given: readonly Param[]): Props => ({
  actionType: 'request',
  actionId: text(actionId),
  params: params(...given),
});

/** Sides of the editor, in px. */
export const margins = (left: number, top: number, right = left, bottom = top): Props => ({
  marginLeft: left,
  marginTop: top,
  marginRight: right,
  marginBottom: bottom,
});
