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
  ['MultiSelectBlock', partial('pullOptions', 'builtInParamKeepsId', 'sendOnClose')],
  ['DatePickerBlock', partial('nativePicker')],
  ['Checkbox', full],
  ['CheckboxList', full],
  ['CheckboxListMulti', full],
  ['Form', partial('nativePicker', 'timeFormat')],
  ['Feedback', partial('platformFeedback')],
]);

/** What of a view is drawn how faithfully; an approximation counts where it can be seen. */
export function supportReport(root: ViewNode | undefined): SupportReport {
  const uses = new Map<string, Use>();
  if (root !== undefined) count(root, uses);
  const components = [...uses].map(
    ([component, { placeholder, approximations, count: times }]) =>
      ({
        component,
        level: placeholder ? 'placeholder' : approximations.size > 0 ? 'partial' : 'full',
        count: times,
        approximations: placeholder ? [] : [...approximations],
      }) satisfies ComponentUse,
  );
  return {
    // What stands for a part that was cut off is no component; findings tell of it.
    components: components.filter(({ component }) => !component.startsWith('#')),
    complete: components.every(({ level }) => level !== 'placeholder'),
  };
}

interface Use {
  placeholder: boolean;
  readonly approximations: Set<string>;
  count: number;
}

/** What a builder adds of its own belongs to the node around it. */
function count(node: ViewNode, uses: Map<string, Use>, around?: ViewNode): void {
  let use = uses.get(node.component);
  if (use === undefined) {
    use = { placeholder: false, approximations: new Set(), count: 0 };
    uses.set(node.component, use);
  }
  if (node.nodeId !== around?.nodeId) use.count++;
  if (node.kind === 'placeholder') use.placeholder = true;
  for (const word of componentSupport.get(node.component)?.approximations ?? []) {
    if (shows(node, word)) use.approximations.add(word);
  }
  for (const child of childrenOf(node)) count(child, uses, node);
}

/** Whether a node has what is approximated; of most things only the component tells. */
function shows(node: ViewNode, word: string): boolean {
  switch (word) {
    case 'iconFont':
      return node.kind === 'icon' || hasIcon(node);
    case 'mediaId':
      return 'source' in node && node.source.kind === 'media';
    case 'gradient':
      return node.kind === 'box' && node.look?.gradient !== undefined;
    case 'hover':
      return node.kind === 'box' && node.look?.hoverBackground !== undefined;
    case 'blur':
      return node.kind === 'box' && node.look?.blur === true;
    case 'typewriter':
      return node.kind === 'rich' && node.streaming;
    case 'borderAnimation':
      return node.kind === 'box' && node.working === true;
    default:
      return true;
  }
}

function hasIcon(node: ViewNode): boolean {
  if (node.kind === 'text' || node.kind === 'button') {
    if (node.icon?.name !== undefined) return true;
  }
  return node.kind === 'button' && (node.menu ?? []).some(({ icon }) => icon?.name !== undefined);
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
