/** Longer than any text a card shows (card-openapi §3.3). */
const MAX_TEXT = 200_000;

/** Deeper quotes and lists are drawn at this depth: a parser that descends would not come back. */
const MAX_CONTAINERS = 16;
const MAX_INDENT = 40;

export interface TamedText {
  readonly text: string;
  /** Something was left out or is drawn less deep than it is written. */
  readonly cut: boolean;
}

/** Limits what a hostile text can ask of the block parser; ordinary texts stay as they are. */
export function tameText(source: string): TamedText {
  const short = source.length > MAX_TEXT ? source.slice(0, MAX_TEXT) : source;
  let cut = short !== source;
  const text = short.includes('\r') ? short.replace(/\r\n?/g, '\n') : short;
  if (!SUSPICIOUS.test(text)) return { text, cut };
  let fence: string | undefined;
  const lines = text.split('\n').map((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
    }
    if (fence !== undefined && mark === undefined) return line;
    const tamed = shallow(line);
    cut ||= tamed !== line;
    return tamed;
  });
  return { text: lines.join('\n'), cut };
}

const FENCE = /^\s{0,40}(`{3,}|~{3,})/;

/** Four containers on a line, or an indent no nested list needs: worth a closer look. */
const SUSPICIOUS = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])[ \t]*){4}|^[ \t]{41}/m;

const CONTAINERS = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)]))+/;
const ONE = /[ \t]*(?:[>*+-]|\d{1,9}[.)])/y;

/** A rule of stars or dashes is one mark, not many containers. */
const RULE = /^[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/;

function shallow(line: string): string {
  const indent = line.length - line.trimStart().length;
  const inner = indent > MAX_INDENT ? line.slice(indent - MAX_INDENT) : line;
  if (RULE.test(inner)) return inner.length > 100 ? inner.trim().slice(0, 3) : inner;
  const run = CONTAINERS.exec(inner)?.[0];
  if (run === undefined) return inner;
  ONE.lastIndex = 0;
  for (let kept = 0; kept < MAX_CONTAINERS; kept++) {
    const start = ONE.lastIndex;
    if (!ONE.test(run)) return start === 0 ? inner : inner;
  }
  return ONE.lastIndex >= run.length
    ? inner
    : `${run.slice(0, ONE.lastIndex)} ${inner.slice(run.length).trimStart()}`;
}
