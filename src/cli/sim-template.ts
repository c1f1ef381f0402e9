import { isJsonObject, type JsonValue } from '../base/json-text.js';
import type { CardTemplate } from '../card/template/card-template.js';
import type { SimTemplate } from '../simulator/world.js';
import { nodesOf } from './template-nodes.js';

/**
 * A template as the simulator knows it: what streaming and callbacks are checked against, and the
 * file that its page draws.
 * @param name alias or file name, for people
 * @param exported text of the exported file
 */
export function simTemplateOf(
  cardTemplateId: string,
  name: string,
  exported: string,
  template: CardTemplate,
): SimTemplate {
  const streaming = streamedVariables(template);
  const hasErrorState = errorState(template);
  return {
    cardTemplateId,
    name,
    status: 'published',
    exported,
    variables: template.variables.map(({ name: variable, type }) => ({
      name: variable,
      type,
      streaming: streaming.has(variable),
    })),
    ...(hasErrorState === undefined ? {} : { hasErrorState }),
  };
}

/** Variables a block of rich text shows while they grow (template-format §2.5 `isStreaming`). */
function streamedVariables(template: CardTemplate): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { props } of nodesOf(template)) {
    if (!isTrue(props['isStreaming']) || !isJsonObject(props['content'])) continue;
    const { variable } = props['content'];
    if (typeof variable === 'string') names.add(variable);
  }
  return names;
}

/** Undefined for cards that have no states. */
function errorState(template: CardTemplate): boolean | undefined {
  if (template.extendType !== 'AI' || template.root === undefined) return undefined;
  if (template.root.props['enableFailed'] === false) return false;
  return template.root.children.some(({ props }) => {
    const status = fixed(props['status']);
    return status === 5 || status === '5';
  });
}

function isTrue(value: JsonValue | undefined): boolean {
  return fixed(value) === true;
}

/** A plain scalar, or one in the editor's wrapper. */
function fixed(value: JsonValue | undefined): JsonValue | undefined {
  return isJsonObject(value) ? value['value'] : value;
}
