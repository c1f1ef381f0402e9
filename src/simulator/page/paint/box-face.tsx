import { Fragment } from 'react';
import type { BoxNode } from '../../../card/view/view-node.js';
import { cssColour, px } from './css-value.js';
import { FoldedContent } from './folded-content.js';
import { type Flow, frameStyle, lookStyle, type Style } from './node-style.js';
import { Nodes } from './nodes.js';
import { type FaceProps, usePainting } from './painting.js';
import { useGesture, useTap } from './use-gesture.js';

const across = {
  start: 'flex-start',
  center: 'center',
  end: 'flex-end',
  stretch: 'stretch',
} as const;
const along = {
  start: 'flex-start',
  center: 'center',
  end: 'flex-end',
  between: 'space-between',
} as const;

export function BoxFace({ node, flow }: FaceProps<BoxNode>) {
  const { word } = usePainting();
  // Fold and close are the box's own tap: then it is their button that is touched.
  const ownTap = node.fold || node.closeButton ? undefined : node.tap;
  const tap = useTap(node.key, ownTap, node.tooltip);
  const Element = node.role === 'card' || node.role === 'aiCard' ? 'article' : 'div';
  const content = <Content node={node} />;
  return (
    <Element
      {...tap}
      className={classOf(node)}
      {...(node.working ? { 'aria-busy': true } : {})}
      style={{
        ...frameStyle(node, flow),
        ...lookStyle(node.look),
        ...sizeStyle(node, flow),
        ...layoutStyle(node),
      }}
    >
      {node.working && (
        <span className="dt-working" role="status" aria-label={word('ai.working')} />
      )}
      {node.fold ? (
        <FoldedContent nodeKey={node.key} fold={node.fold} style={layoutStyle(node)}>
          {content}
        </FoldedContent>
      ) : (
        content
      )}
      {node.closeButton && <CloseButton nodeKey={node.key} />}
    </Element>
  );
}

function Content({ node }: { node: BoxNode }) {
  const line = cssColour(node.divider);
  if (line === undefined) return <Nodes nodes={node.children} flow={node.direction} />;
  return node.children.map((child, index) => (
    <Fragment key={child.key}>
      {index > 0 && <div className="dt-between" style={{ backgroundColor: line }} />}
      <Nodes nodes={[child]} flow={node.direction} />
    </Fragment>
  ));
}

function CloseButton({ nodeKey }: { nodeKey: string }) {
  const { word, control } = usePainting();
  const { busy, send } = useGesture(nodeKey);
  return (
    <button
      type="button"
      className="dt-close"
      {...control}
      aria-label={word('box.close')}
      aria-busy={busy}
      onClick={(event) => {
        event.stopPropagation();
        send({ type: 'tap' });
      }}
    >
      ✕
    </button>
  );
}

function classOf(node: BoxNode): string {
  const names = ['dt-box', `dt-box--${node.role}`, `dt-box--${node.direction}`];
  if (node.scroll) names.push(`dt-box--scroll-${node.scroll}`);
  if (node.look?.hoverBackground) names.push('dt-box--hover');
  if (node.look?.shadow) names.push('dt-box--shadow');
  if (node.look?.radius && (node.look.background || node.look.gradient)) names.push('dt-box--clip');
  if (node.working) names.push('dt-box--working');
  return names.join(' ');
}

function sizeStyle(node: BoxNode, flow: Flow): Style {
  return {
    ...(node.height === undefined ? {} : { height: px(node.height) }),
    ...(node.minHeight === undefined ? {} : { minHeight: px(node.minHeight) }),
    ...(node.maxHeight === undefined ? {} : { maxHeight: px(node.maxHeight) }),
    ...(node.fullHeight ? (flow === 'row' ? { alignSelf: 'stretch' } : { flexGrow: 1 }) : {}),
  };
}

function layoutStyle(node: BoxNode): Style {
  const gap = px(node.gap) ?? 0;
  if (node.columns !== undefined && node.columns > 0) {
    return {
      display: 'grid',
      gridTemplateColumns: `repeat(${Math.min(Math.floor(node.columns), 50)}, minmax(0, 1fr))`,
      columnGap: gap,
      rowGap: px(node.rowGap) ?? gap,
    };
  }
  return {
    flexDirection: node.direction,
    alignItems: across[node.align],
    justifyContent: along[node.justify],
    ...(node.wrap
      ? { flexWrap: 'wrap', rowGap: px(node.rowGap) ?? gap, columnGap: gap }
      : gap
        ? { gap }
        : {}),
    '--dt-cross': node.align === 'stretch' ? 'flex-start' : across[node.align],
  };
}
