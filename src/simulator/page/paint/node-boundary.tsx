import { Component, type ReactNode, Suspense } from 'react';
import type { ViewNode } from '../../../card/view/view-node.js';
import { usePainting } from './painting.js';
import { PlaceholderBox } from './placeholder-box.js';

/** Takes a node that cannot be painted out of the card, and nothing else with it. */
export function NodeBoundary({ node, children }: { node: ViewNode; children: ReactNode }) {
  const { inert } = usePainting();
  const failed = <PlaceholderBox why="failed" what={node.component} />;
  // Static rendering knows no error boundaries, but shows the fallback of what throws.
  if (inert) return <Suspense fallback={failed}>{children}</Suspense>;
  return (
    <Boundary node={node} failed={failed}>
      {children}
    </Boundary>
  );
}

interface BoundaryProps {
  readonly node: ViewNode;
  readonly failed: ReactNode;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly threw: boolean;
  readonly node: ViewNode;
}

class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { threw: false, node: this.props.node };

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { threw: true };
  }

  /** Every view is made of fresh nodes: a new one deserves another try. */
  static getDerivedStateFromProps(
    { node }: BoundaryProps,
    state: BoundaryState,
  ): BoundaryState | null {
    return node === state.node ? null : { threw: false, node };
  }

  override render(): ReactNode {
    return this.state.threw ? this.props.failed : this.props.children;
  }
}
