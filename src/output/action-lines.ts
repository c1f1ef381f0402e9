import { fit } from '../base/display-width.js';
import type { ActionSummary, ParamSummary, SentSummary } from '../card/act/action-summary.js';
import type { Lang } from '../i18n/sentence.js';
import { type Translate, translator } from '../i18n/translate.js';

/** What can be touched in a template and what it sends: a line each, menus and chains below. */
export function actionLines(actions: readonly ActionSummary[], lang: Lang): string[] {
  const t = translator(lang);
  return actions.flatMap(({ component, part, label, does, sends, steps }) => {
    const name = part === undefined ? component : `${component}.${part}`;
    return [
      line(fit(name, 28), label, does, sends, t),
      ...steps.map((step) => line(`  ${fit(step.key, 26)}`, step.label, step.does, step.sends, t)),
    ];
  });
}

function line(
  start: string,
  label: string,
  does: string,
  sends: SentSummary | undefined,
  t: Translate,
): string {
  const sent = sends === undefined ? '' : ` → ${sentWords(sends, t)}`;
  return `${start} ${label === '' ? '' : `“${label}” `}${does}${sent}`.trimEnd();
}

/** `agree {action: "accept", id: ${itemId}}` */
function sentWords({ actionId, written, params }: SentSummary, t: Translate): string {
  const id = actionId === '' ? t('template.action.idFromData') : actionId;
  const guessed = written ? '' : ` ${t('template.action.idGuessed')}`;
  if (params.length === 0) return `${id}${guessed}`;
  return `${id}${guessed} {${params.map(paramWords).join(', ')}}`;
}

function paramWords({ name, from, value }: ParamSummary): string {
  switch (from) {
    case 'fixed':
      return `${name}: ${JSON.stringify(value)}`;
    case 'variable':
    case 'data':
    case 'eventData':
      return `${name}: \${${value}}`;
    case 'component':
      return `${name}: <${value}>`;
  }
}
