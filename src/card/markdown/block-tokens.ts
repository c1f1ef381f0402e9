import { Lexer, type Token, Tokenizer } from 'marked';

/** Rules of CommonMark that the dialect does not have: left to be ordinary text. */
const none = () => undefined;

/**
 * The blocks of a text. Only the block part of marked is used: its inline part takes seconds for
 * some texts of 20 KB, and HTML is never made.
 */
export function blockTokens(text: string): readonly Token[] {
  const tokenizer = Object.assign(new Tokenizer(), {
    html: none,
    def: none,
    code: none,
    lheading: none,
  });
  return new Lexer({ gfm: true, tokenizer }).blockTokens(text, []);
}
