import type { CellLine, Run } from './cells.js';
import { breakLines, type Paragraphs, paragraphsOf } from './flow.js';
import type { Look, Region } from './painted-card.js';

/** What is laid out: the view in terms of a terminal. All numbers are cells. */
export interface Block {
  readonly direction: 'row' | 'column';
  readonly align: 'start' | 'center' | 'end' | 'stretch';
  readonly justify: 'start' | 'center' | 'end' | 'between';
  readonly gap: number;
  readonly rowGap: number;
  readonly wrap: boolean;
  /** In the direction of the parent's rows; see `Extent` of the view. */
  readonly width: BlockWidth;
  readonly minWidth: number;
  readonly minHeight: number;
  readonly margin: Edges;
  readonly padding: Edges;
  readonly frame?: BlockFrame;
  readonly background?: string;
  /** Of two children the second opens and closes the first; it goes when that is low enough. */
  readonly fold?: { readonly rows: number; readonly isFolded: boolean };
  readonly leaf?: Leaf;
  readonly region?: RegionSeed;
  readonly children: readonly Block[];
}

export type BlockWidth =
  | { readonly kind: 'fill' | 'fit' }
  | { readonly kind: 'fixed'; readonly cells: number }
  | { readonly kind: 'grow'; readonly weight: number };

export interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface BlockFrame {
  readonly shape: 'round' | 'dashed';
  readonly look: Look;
  /** Stands in the upper edge. */
  readonly title?: CellLine;
}

export type RegionSeed = Pick<Region, 'id' | 'key' | 'node' | 'part'>;

/** Something that draws itself into the width it is given. */
export interface Leaf {
  draw(width: number): Drawn;
  readonly align: 'left' | 'center' | 'right';
  /** What it takes of room it need not fill; absent: as much as its longest line. */
  readonly natural?: number;
}

export interface Drawn {
  readonly lines: readonly CellLine[];
  /** Touchable parts, from the leaf's own corner. */
  readonly regions?: readonly (RegionSeed & Pick<Region, 'x' | 'y' | 'width' | 'height'>)[];
}

export const noEdges: Edges = { left: 0, right: 0, top: 0, bottom: 0 };

const emptyBlock: Block = {
  direction: 'column',
  align: 'stretch',
  justify: 'start',
  gap: 0,
  rowGap: 0,
  wrap: false,
  width: { kind: 'fill' },
  minWidth: 0,
  minHeight: 0,
  margin: noEdges,
  padding: noEdges,
  children: [],
};

export function block(part: Partial<Block>): Block {
  return { ...emptyBlock, ...part };
}

/** Text that wraps. */
export function textBlock(
  runs: readonly Run[],
  part: Partial<Block> & { readonly maxLines?: number; readonly textAlign?: Leaf['align'] } = {},
): Block {
  const { maxLines = 0, textAlign = 'left', ...rest } = part;
  return block({ ...rest, leaf: textLeaf(paragraphsOf(runs), maxLines, textAlign) });
}

export function textLeaf(
  paragraphs: Paragraphs,
  maxLines = 0,
  align: Leaf['align'] = 'left',
): Leaf {
  return leafOf((width) => ({ lines: breakLines(paragraphs, width, maxLines) }), align);
}

/** Remembers the last width: measuring and drawing mostly ask for the same. */
export function leafOf(
  draw: (width: number) => Drawn,
  align: Leaf['align'] = 'left',
  natural?: number,
): Leaf {
  let known: { readonly width: number; readonly drawn: Drawn } | undefined;
  return {
    align,
    ...(natural === undefined ? {} : { natural }),
    draw(width) {
      if (known?.width !== width) known = { width, drawn: draw(width) };
      return known.drawn;
    },
  };
}
