import { isJsonObject, type JsonValue } from '../../../base/json-text.js';
import { findingTable } from '../../finding-codes.js';
import type { TemplateNode } from '../../template/card-template.js';
import { themeColours } from '../colours.js';
import { flowStatusOf } from '../flow-status.js';
import { flag, prop, scalarText } from '../prop-values.js';
import { bodySize } from '../text-styles.js';
import type { BuildPlace } from '../view-builder.js';
import type { RichNode, ViewNode } from '../view-node.js';
import type { TextStyle } from '../view-style.js';

/** Rich text that is written out at once (template-format §2.5). */
export function buildMarkdown(node: TemplateNode, at: BuildPlace): ViewNode {
  const value = at.evaluation.value(prop(node, 'content'), at.place);
  return rich(node, at, scalarText(value), false);
}

/** States of an AI card in which its text is still coming. */
const WRITING = '2';

/** Rich text of a variable; with `isStreaming` it grows while the card is being written. */
export function buildMarkdownBlock(node: TemplateNode, at: BuildPlace): ViewNode {
  const content = prop(node, 'content');
  if (isUntyped(content, at)) {
    const { severity } = findingTable.T347;
    const params = { component: node.componentName, variable: nameOf(content) };
    at.find({ code: 'T347', severity, path: `${node.path}.props.content`, params });
  }
  const value = at.evaluation.value(content, at.place);
  const streaming = flag(at, node, 'isStreaming') && flowStatusOf(at.evaluation) === WRITING;
  return rich(node, at, scalarText(value), streaming);
}

/** Reported of clients: outside loops nothing shows unless the binding says `varType: 'markdown'`. */
function isUntyped(content: JsonValue | undefined, at: BuildPlace): boolean {
  return (
    isJsonObject(content) &&
    nameOf(content) !== '' &&
    at.place.frames.length === 0 &&
    content['varType'] !== 'markdown'
  );
}

function nameOf(content: JsonValue | undefined): string {
  const name = isJsonObject(content) ? content['variable'] : '';
  return typeof name === 'string' ? name.slice(0, 80) : '';
}

function rich(node: TemplateNode, at: BuildPlace, text: string, streaming: boolean): RichNode {
  const { switches } = at.evaluation;
  const { text: colour } = themeColours(switches.theme);
  const { size, lineHeight } = bodySize(switches);
  const style: TextStyle = { size, lineHeight, colour };
  const blocks = at.markdown(node, text, streaming);
  return { ...at.base(node), kind: 'rich', blocks, style, streaming };
}
