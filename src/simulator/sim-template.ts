import type { CardTemplate, TemplateNode } from '../card/template/card-template.js';
import type { SimTemplate } from './world.js';

export interface TemplateFile {
  readonly cardTemplateId: string;
  /** Alias or file name, for people. */
  readonly name?: string;
  /** Text of the exported file. */
  readonly exported: string;
  /** The same, read. */
  readonly template: CardTemplate;
}

const FLOW_STATUS = 'flowStatus';
const FAILED = '5';

/** What the simulator checks cards against, from an exported file (card-openapi §4, template-format §1.3). */
export function simTemplateOf(file: TemplateFile): SimTemplate {
  const { cardTemplateId, name, exported, template } = file;
  const declared = template.variables.map((variable) => ({
    name: variable.name,
    type: variable.type,
    streaming: variable.type === 'markdown',
  }));
  const isAi = template.extendType === 'AI';
  // Reserved in AI cards, so it may be missing among the declared ones.
  const isBare = isAi && !declared.some((variable) => variable.name === FLOW_STATUS);
  const flowStatus = { name: FLOW_STATUS, type: 'string', streaming: false };
  return {
    cardTemplateId,
    status: 'published',
    ...(name !== undefined && { name }),
    variables: isBare ? [...declared, flowStatus] : declared,
    ...(isAi && template.root && { hasErrorState: hasFailedState(template.root) }),
    exported,
  };
}

/** The editor's switch, else whether there is something to show in that state (template-format §2.4). */
function hasFailedState(root: TemplateNode): boolean {
  const enabled = root.props['enableFailed'];
  if (typeof enabled === 'boolean') return enabled;
  return root.children.some(
    ({ props: { status } }) => status === FAILED || status === Number(FAILED),
  );
}
