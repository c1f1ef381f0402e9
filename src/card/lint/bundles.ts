import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json-text.js';
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

/** Components whose own props are an action bundle, buttons and inputs among them. */
const acting: ReadonlySet<string> = new Set([
  'Card',
  'StdCard',
  'Grid',
  'Column',
  'AICardContent',
  'SingleButton',
  'FixedSingleButton',
  'DropdownButton',
  'Link',
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
  const own = acting.has(node.componentName)
    ? [{ at, bundle: node.props, path: `${node.path}.props`, item: false }]
    : [];
  return [...own, ...buttonsOf(at)];
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
  return bundleProps.has(name) || bundlePrefixes.some((prefix) => name.startsWith(prefix));
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
