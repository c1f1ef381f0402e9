import type { ComponentUse, SupportReport } from './view/card-view.js';
import type { ViewNode } from './view/view-node.js';

type Support = Pick<ComponentUse, 'level' | 'approximations'>;

const full: Support = { level: 'full', approximations: [] };
const partial = (...approximations: string[]): Support => ({ level: 'partial', approximations });

/** How faithfully each component of the format is drawn (docs/fidelity.md). */
export const componentSupport: ReadonlyMap<string, Support> = new Map([
  ['Card', full],
  ['StdCard', full],
  ['StdCardThumbContent', full],
  ['AICardContainer', partial('borderAnimation')],
  ['AICardStatusContainer', full],
  ['AICardContent', full],
  ['AIPending', full],
  ['AIGenerationProcessing', full],
  ['Grid', partial('blur', 'gradient', 'hover')],
  ['ColumnLayout', partial('responsiveLayout')],
  ['Column', partial('gradient', 'hover')],
  ['Loop', partial('paging')],
  ['GridLayout', full],
  ['ScrollerLayout', partial('scroller')],
  ['FrameLayout', partial('stacked')],
  ['CollapsePanel', full],
  ['BaseText', partial('iconFont')],
  ['BaseTextBlock', partial('iconFont')],
  ['Markdown', partial('markdownDialect')],
  ['MarkdownBlock', partial('markdownDialect', 'typewriter')],
  ['Divider', full],
  ['DividerBlock', full],
  ['CardHeaderV2', partial('headerBand')],
  ['Tag', full],
  ['Icon', partial('iconFont')],
  ['Image', partial('mediaId')],
  ['Avatar', partial('mediaId')],
  ['Link', partial('propsFromReports')],
  ['ProgressBar', full],
  ['Table', partial('tableCellIds')],
  ['Chart', partial('chartConfig')],
  ['SingleButton', partial('iconFont', 'missingStatus')],
  ['FixedSingleButton', partial('iconFont', 'unsetActionId')],
  ['DropdownButton', partial('iconFont', 'unsetActionId')],
  ['ButtonBlock', partial('iconFont', 'missingStatus')],
  ['ButtonList', partial('iconFont')],
  ['ButtonGroup', partial('responsiveLayout')],
  ['CheckableTags', full],
  ['Input', partial('promptDialog', 'emptyInputSubmit')],
  ['SelectBlock', partial('pullOptions', 'builtInParamKeepsId')],
  ['MultiSelectBlock', partial('pullOptions', 'builtInParamKeepsId')],
  ['DatePickerBlock', partial('nativePicker')],
  ['Checkbox', full],
  ['CheckboxList', full],
  ['CheckboxListMulti', full],
  ['Form', partial('nativePicker', 'timeFormat')],
  ['Feedback', partial('platformFeedback')],
]);

/** What of a view is drawn how faithfully. */
export function supportReport(root: ViewNode | undefined): SupportReport {
  const uses = new Map<string, { level: ComponentUse['level']; count: number }>();
  if (root !== undefined) count(root, uses);
  const components = [...uses].map(([component, { level, count: times }]) => ({
    component,
    level,
    count: times,
    approximations:
      level === 'placeholder' ? [] : (componentSupport.get(component)?.approximations ?? []),
  }));
  return { components, complete: components.every(({ level }) => level !== 'placeholder') };
}

/** What a builder adds of its own belongs to the node around it. */
function count(
  node: ViewNode,
  uses: Map<string, { level: ComponentUse['level']; count: number }>,
  around?: ViewNode,
): void {
  if (node.nodeId !== around?.nodeId) note(node, uses);
  for (const child of childrenOf(node)) count(child, uses, node);
}

function note(
  node: ViewNode,
  uses: Map<string, { level: ComponentUse['level']; count: number }>,
): void {
  const level =
    node.kind === 'placeholder'
      ? 'placeholder'
      : (componentSupport.get(node.component)?.level ?? 'full');
  const use = uses.get(node.component);
  if (use === undefined) uses.set(node.component, { level, count: 1 });
  else {
    use.count++;
    if (level === 'placeholder') use.level = level;
  }
}

/** What a node holds, whatever its kind. */
export function childrenOf(node: ViewNode): readonly ViewNode[] {
  switch (node.kind) {
    case 'box':
    case 'collapse':
    case 'form':
    case 'feedback':
    case 'placeholder':
      return node.children;
    case 'checkList':
      return node.items.flatMap(({ children }) => children);
    default:
      return [];
  }
}
