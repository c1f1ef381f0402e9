import type { Lang } from '../i18n/sentence.js';
import { accessErrorHints } from './access-error-hints.js';
import { cardErrorHints } from './card-error-hints.js';
import type { ErrorHint, ErrorHints } from './error-hint.js';
import { robotErrorHints } from './robot-error-hints.js';

/** Codes of DingTalk's, and texts it puts where a code should be, with what they mean in practice. */
export const errorCatalogue: ErrorHints = {
  ...accessErrorHints,
  ...cardErrorHints,
  ...robotErrorHints,
};

/** @param code a `code`, an `errcode` as text, or the `errorMsg` of a failed delivery */
export function explainCode(code: string): ErrorHint | undefined {
  if (Object.hasOwn(errorCatalogue, code)) return errorCatalogue[code];
  const missing = /^Missing([A-Za-z]+)$/.exec(code)?.[1];
  if (missing !== undefined) return missingField(missing);
  if (code.startsWith('param.dynamic')) return dynamicData;
  if (/\.Qp[sm]LimitFor/.test(code)) return errorCatalogue['90018'];
  // The same page of the docs spells it both ways (card-openapi §2.2).
  if (code === 'param.openSpaceModellnvalid') return errorCatalogue['param.openSpaceModelInvalid'];
  return undefined;
}

/** Cause and fix in one line; undefined for a code nobody has met yet. */
export function hintFor(code: string, lang: Lang): string | undefined {
  const hint = explainCode(code);
  if (!hint) return undefined;
  return lang === 'zh' ? `${hint.cause.zh}：${hint.fix.zh}` : `${hint.cause.en}: ${hint.fix.en}`;
}

function missingField(field: string): ErrorHint {
  return {
    cause: { zh: `请求缺少字段 ${field}`, en: `the call lacks the field ${field}` },
    fix: {
      zh: '补上该字段；更新时出现 MissingcardTemplateId 说明用了 POST 而不是 PUT',
      en: 'add it; MissingcardTemplateId while updating means POST was used instead of PUT',
    },
  };
}

const dynamicData: ErrorHint = {
  cause: { zh: '动态数据源配置不完整', en: 'the dynamic data source is incomplete' },
  fix: {
    zh: '补全数据源 ID、拉取间隔、单位和字段映射',
    en: 'give it an id, an interval with its unit, and a mapping',
  },
};
