import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  /** Another one than before: it is worth another try. */
  readonly subject: unknown;
  readonly failed: (problem: string) => ReactNode;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly problem: string | undefined;
  readonly subject: unknown;
}

/** A card that cannot be drawn takes nothing else of the chat with it. */
export class CardBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { problem: undefined, subject: this.props.subject };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { problem: String(error) };
  }

  static getDerivedStateFromProps(
    { subject }: BoundaryProps,
    state: BoundaryState,
  ): BoundaryState | null {
    return subject === state.subject ? null : { problem: undefined, subject };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    return problem === undefined ? this.props.children : this.props.failed(problem);
  }
}
