import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json-text.js';
import { ownProp } from '../act/prop.js';
import { inputAction } from '../act/tap-of.js';
import type { TemplateNode } from '../template/card-template.js';
import type { LintNode } from './lint-node.js';

/** One action bundle of a node (template-format §2.3). */
export interface BundleAt {
  readonly at: LintNode;
  readonly bundle: JsonObject;
  /** JSON path of the bundle. */
  readonly path: string;
  /** Entry of ButtonBlock or ButtonList: its `id` is what is sent when `actionId` is empty. */
  readonly item: boolean;
}

/** Components whose own props are an action bundle. */
const acting: ReadonlySet<string> = new Set([
  'Card',
  'StdCard',
  'Grid',
  'Column',
  'AICardContent',
  'SingleButton',
  'FixedSingleButton',
  'Link',
]);

/** Components that send or keep a value (template-format §4.4). */
const inputs: ReadonlySet<string> = new Set([
  'Input',
  'SelectBlock',
  'MultiSelectBlock',
  'DatePickerBlock',
  'Checkbox',
  'CheckboxList',
  'CheckboxListMulti',
  'CheckableTags',
  'Form',
]);

/** Every bundle a node carries: its own and those of its buttons. */
export function bundlesOf(at: LintNode): readonly BundleAt[] {
  const { node } = at;
  const bundle = ownBundle(node);
  const own = bundle ? [{ at, bundle, path: `${node.path}.props`, item: false }] : [];
  return [...own, ...loadMoreOf(at), ...buttonsOf(at)];
}

/** Props that mean something where the component acts in a way of its own. */
function ownBundle({ componentName, props }: TemplateNode): JsonObject | undefined {
  if (acting.has(componentName)) return props;
  if (inputs.has(componentName)) return inputBundle(componentName, props);
  if (componentName !== 'DropdownButton') return undefined;
  // Its own action is never sent, only its menu is.
  return kept(props, { actionType: 'actionSheet' }, ['status', 'actionSheetItems']);
}

function inputBundle(componentName: string, props: JsonObject): JsonObject {
  const sends = componentName === 'Form' || inputAction(props) === 'request';
  return sends
    ? kept(props, { actionType: 'request' }, ['status', 'params', ...outcome])
    : kept(props, { actionType: 'setLocalState' }, ['status', 'localVarAction', ...target]);
}

const outcome = ['successCondition', 'successToast', 'failureToast'];
const target = ['keyOfDynamicObject', 'updateVarValue'];

function kept(props: JsonObject, start: JsonObject, names: readonly string[]): JsonObject {
  const entries = names.flatMap((name) => {
    const value = ownProp(props, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...start, ...Object.fromEntries(entries) };
}

function loadMoreOf(at: LintNode): readonly BundleAt[] {
  const { componentName, path, props } = at.node;
  const bundle = ownProp(props, 'onLoadMore');
  return componentName === 'Loop' && props['paging'] === true && isJsonObject(bundle)
    ? [{ at, bundle, path: `${path}.props.onLoadMore`, item: false }]
    : [];
}

function buttonsOf(at: LintNode): readonly BundleAt[] {
  const { componentName, path, props } = at.node;
  if (componentName !== 'ButtonBlock' && componentName !== 'ButtonList') return [];
  const { buttons } = props;
  const inList = isJsonObject(buttons) ? buttons['list'] : undefined;
  const list: JsonValue | undefined = inList ?? buttons;
  if (!Array.isArray(list)) return [];
  const where = `${path}.props.buttons${inList === undefined ? '' : '.list'}`;
  return (list as readonly JsonValue[]).flatMap((bundle, index) =>
    isJsonObject(bundle) ? [{ at, bundle, path: `${where}[${index}]`, item: true }] : [],
  );
}

/** Props that belong to a bundle: which of them mean anything depends on `actionType`. */
export function isBundleProp(name: string): boolean {
  return bundleProps.has(name) || bundlePrefixes.some((prefix) => isPrefix(prefix, name));
}

/** A word of its own: `selectOptions`, and not `selectedVariable`. */
function isPrefix(prefix: string, name: string): boolean {
  return name.startsWith(prefix) && /^[A-Z]?$/.test(name.charAt(prefix.length));
}

const bundlePrefixes = [
  'actionSheet',
  'api',
  'callAPI',
  'comment',
  'confirm',
  'copy',
  'enableDebug',
  'expose',
  'group',
  'jsapi',
  'onMouse',
  'openModal',
  'select',
  'statPoint',
  'toast',
  'updateTarget',
];

const bundleProps: ReadonlySet<string> = new Set([
  'actionId',
  'actionType',
  'androidUrl',
  'booleanLocalValue',
  'customHandler',
  'customLocalData',
  'dataSources',
  'dynamicEventVar',
  'events',
  'failureToast',
  'iosUrl',
  'isCallAPIParamsVariable',
  'keyOfDynamicObject',
  'localVarAction',
  'numberLocalValue',
  'onAppear',
  'onLoadMore',
  'params',
  'pcUrl',
  'stringLocalValue',
  'successCondition',
  'successToast',
  'transformToEventChain',
  'updateVarValue',
  'url',
  'urlType',
  'videoUrl',
]);
