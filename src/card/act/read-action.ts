import type { JsonObject, JsonValue } from '../../base/json-text.js';
import { isJsonObject } from '../../base/json-text.js';
import type {
  Action,
  Bundle,
  ClientApiAction,
  ConfirmAction,
  LinkSource,
  LocalAction,
  LocalTarget,
  NoAction,
  Outcome,
  RequestAction,
  SheetItem,
} from './action.js';
import { hasLink } from './link.js';
import { ownProp, textProp, variableOf } from './prop.js';
import { readChain } from './read-chain.js';
import { readParams } from './read-params.js';
import { writtenText } from './written-text.js';

/** Menus longer than this are cut; real ones have a handful of entries. */
const MAX_ITEMS = 200;

/** What a bundle does (template-format §2.3). Takes any object and never throws. */
export function readAction(bundle: Bundle, chainDepth = 0): Action {
  if (bundle['enableClickEvent'] === false) return { type: 'none', why: 'click-off' };
  const actionType = textProp(bundle, 'actionType');
  if (actionType === 'eventChain' || bundle['transformToEventChain'] === true) {
    const events = readChain(bundle['events'], chainDepth, readAction);
    return events.length > 0 ? { type: 'eventChain', events } : lacking('events');
  }
  return readPlain(actionType, bundle);
}

function lacking(what: string): NoAction {
  return { type: 'none', why: 'incomplete', what };
}

function readPlain(actionType: string, bundle: Bundle): Action {
  switch (actionType) {
    case '':
    case 'url': {
      const link = readLink(bundle);
      return hasLink(link) ? { type: 'url', link } : { type: 'none', why: 'no-link' };
    }
    case 'request':
      return readRequest(bundle);
    case 'setLocalState':
      return readLocal(bundle);
    case 'dynamicEvent':
      return variableOf(bundle['dynamicEventVar']) === ''
        ? lacking('dynamicEventVar')
        : { type: 'dynamicEvent', event: prop(bundle, 'dynamicEventVar') };
    case 'toast':
      return {
        type: 'toast',
        content: prop(bundle, 'toastContent'),
        kind: prop(bundle, 'toastType'),
      };
    case 'copy':
      return readCopy(bundle);
    case 'confirm':
      return readConfirm(bundle);
    case 'actionSheet':
      return {
        type: 'actionSheet',
        title: prop(bundle, 'actionSheetTitle'),
        message: prop(bundle, 'actionSheetMessage'),
        items: readSheetItems(bundle['actionSheetItems']),
      };
    case 'select':
      return {
        type: 'select',
        options: prop(bundle, 'selectOptions'),
        dataKey: variableOf(bundle['selectDataKey']),
      };
    case 'openModal':
      return {
        type: 'openModal',
        title: prop(bundle, 'openModalTitle'),
        link: readLink(bundle),
      };
    case 'callAPI':
    case 'jsapi':
      return readClientApi(actionType, bundle);
    case 'none':
      return { type: 'none', why: 'none' };
    default:
      return { type: 'unknown', actionType };
  }
}

function readRequest(bundle: Bundle): RequestAction {
  return {
    type: 'request',
    actionId: prop(bundle, 'actionId'),
    params: readParams(bundle['params']),
    outcome: readOutcome(bundle),
  };
}

export function readOutcome(bundle: Bundle): Outcome {
  return {
    successCondition: prop(bundle, 'successCondition'),
    successToast: prop(bundle, 'successToast'),
    failureToast: prop(bundle, 'failureToast'),
  };
}

/** @param name of the prop that says where to write */
export function readLocalTarget(bundle: Bundle, name = 'localVarAction'): LocalTarget {
  const wrapper = ownProp(bundle, name);
  return {
    variable: variableOf(wrapper),
    varType: isJsonObject(wrapper) ? textProp(wrapper, 'varType') : '',
    key: prop(bundle, 'keyOfDynamicObject'),
  };
}

function readLocal(bundle: Bundle): LocalAction | Action {
  if (bundle['enableCustomLocalData'] === true) {
    return { type: 'setLocalState', mode: 'merge', json: prop(bundle, 'customLocalData') };
  }
  const target = readLocalTarget(bundle);
  if (target.variable === '') return lacking('localVarAction');
  return { type: 'setLocalState', mode: 'variable', target, value: localValue(bundle, target) };
}

function localValue(bundle: Bundle, { varType }: LocalTarget): JsonValue {
  if (varType === 'boolean') return prop(bundle, 'booleanLocalValue');
  if (varType === 'number') return prop(bundle, 'numberLocalValue');
  if (varType === 'string') return prop(bundle, 'stringLocalValue');
  return variableOf(bundle['updateVarValue']) === ''
    ? prop(bundle, 'stringLocalValue')
    : prop(bundle, 'updateVarValue');
}

function readCopy(bundle: Bundle): Action {
  const copyType = textProp(bundle, 'copyType');
  if (copyType === 'full-content') return { type: 'copy', copy: 'full-content', value: '' };
  return copyType === 'variable'
    ? { type: 'copy', copy: 'variable', value: prop(bundle, 'copyVariable') }
    : { type: 'copy', copy: 'common', value: prop(bundle, 'copyValue') };
}

function readConfirm(bundle: Bundle): ConfirmAction {
  return {
    type: 'confirm',
    title: prop(bundle, 'confirmTitle'),
    message: prop(bundle, 'confirmMessage'),
    okText: prop(bundle, 'confirmOkText'),
    cancelText: prop(bundle, 'confirmCancelText'),
    ok: readConfirmSide(bundle, 'confirmOk', 'request'),
    cancel: readConfirmSide(bundle, 'confirmCancel', 'none'),
  };
}

function readConfirmSide(bundle: Bundle, side: string, usual: string): Action {
  const actionType = textProp(bundle, `${side}Action`) || usual;
  if (actionType !== 'request') {
    return readPlain(actionType, prefixed(bundle, `${side}Url`));
  }
  return {
    type: 'request',
    actionId: prop(bundle, `${side}ReqActionActionId`),
    params: readParams(bundle[`${side}ReqActionParams`]),
    outcome: {
      successCondition: undefined,
      successToast: prop(bundle, `${side}ReqActionToast`),
      failureToast: prop(bundle, `${side}ReqActionFailureToast`),
    },
  };
}

/** `actionSheetItems[]`; also the menu of a DropdownButton. */
export function readSheetItems(list: JsonValue | undefined): readonly SheetItem[] {
  if (!Array.isArray(list)) return [];
  return (list as readonly JsonValue[]).slice(0, MAX_ITEMS).filter(isJsonObject).map(readSheetItem);
}

function readSheetItem(item: JsonObject): SheetItem {
  return {
    name: prop(item, 'actionSheetName'),
    description: prop(item, 'actionSheetDesc'),
    destructive: item['actionSheetStyle'] === 'destructive',
    icon: prop(item, 'actionIconFont'),
    action: readSheetAction(item),
  };
}

function readSheetAction(item: JsonObject): Action {
  const actionType = textProp(item, 'actionSheetAction');
  switch (actionType) {
    case '':
      return { type: 'none', why: 'none' };
    case 'request':
      return {
        type: 'request',
        actionId: prop(item, 'actionSheetRequestItemActionId'),
        params: readParams(item['actionSheetRequestItemParams']),
        outcome: {
          successCondition: undefined,
          successToast: prop(item, 'actionSheetRequestItemSuccessToast'),
          failureToast: prop(item, 'actionSheetRequestItemFailureToast'),
        },
      };
    case 'url':
      return readPlain('url', prefixed(item, 'actionSheetUrlItem'));
    case 'openModal':
      return {
        type: 'openModal',
        title: prop(item, 'actionSheetOpenModalTitle'),
        link: readLink(prefixed(item, 'actionSheetUrlItem')),
      };
    case 'callAPI':
    case 'jsapi':
      return {
        type: 'clientApi',
        does: actionType,
        name: prop(item, 'actionSheetApiName'),
        params: readParams(item['actionSheetApiParams']),
        paramsVariable: '',
        into: variableOf(item['actionSheetApiRetLocalVar']),
      };
    default:
      return readPlain(actionType, item);
  }
}

/** `actionSheetUrlItemPcUrl` → `pcUrl`, so that one reader does for all. */
function prefixed(bundle: Bundle, prefix: string): Bundle {
  return {
    urlType: prop(bundle, `${prefix}UrlType`),
    url: prop(bundle, `${prefix}Url`),
    pcUrl: prop(bundle, `${prefix}PcUrl`),
    iosUrl: prop(bundle, `${prefix}IosUrl`),
    androidUrl: prop(bundle, `${prefix}AndroidUrl`),
  };
}

function readLink(bundle: Bundle): LinkSource {
  return {
    perPlatform: bundle['urlType'] === 'multiple',
    all: prop(bundle, 'url'),
    pc: prop(bundle, 'pcUrl'),
    ios: prop(bundle, 'iosUrl'),
    android: prop(bundle, 'androidUrl'),
  };
}

/** Newer files say `apiName` where older ones say `callAPIName`. */
function readClientApi(does: ClientApiAction['does'], bundle: Bundle): ClientApiAction {
  const jsapi = does === 'jsapi';
  const name = jsapi ? 'jsapiName' : writtenText(bundle['callAPIName']) ? 'callAPIName' : 'apiName';
  const own = readParams(bundle[jsapi ? 'jsapiParams' : 'callAPIParams']);
  return {
    type: 'clientApi',
    does,
    name: prop(bundle, name),
    params: own.length > 0 ? own : readParams(bundle['apiParams']),
    paramsVariable: jsapi ? '' : prop(bundle, 'callAPIVariableParams'),
    into: variableOf(bundle['jsapiRetLocalVar']) || variableOf(bundle['apiRetLocalVar']),
  };
}

function prop(bundle: Bundle, name: string): JsonValue {
  return ownProp(bundle, name) ?? '';
}
