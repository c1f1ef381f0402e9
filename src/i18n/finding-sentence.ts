import { dataFindings } from './data-findings.js';
import { fill, type MessageParams } from './fill.js';
import { findingWords } from './finding-words.js';
import { templateFindings } from './findings.js';
import type { Lang, Sentence } from './sentence.js';

const sentences: Readonly<Record<string, Sentence>> = { ...templateFindings, ...dataFindings };

/** Code and placeholders of a finding (card/finding.ts). */
export interface FindingToSay {
  readonly code: string;
  readonly params: MessageParams;
}

/** What was found, in one sentence; the code itself where there is none. */
export function findingSentence({ code, params }: FindingToSay, lang: Lang): string {
  return say(code, params, lang) ?? code;
}

/** What to do about it. */
export function findingFix({ code, params }: FindingToSay, lang: Lang): string {
  return say(`${code}.fix`, params, lang) ?? '';
}

function say(key: string, params: MessageParams, lang: Lang): string | undefined {
  const sentence = Object.hasOwn(sentences, key) ? sentences[key]?.[lang] : undefined;
  if (sentence === undefined) return undefined;
  return fill(sentence, { ...params, ...wordsOf(params, lang) });
}

/** Parts of sentences that depend on what the finding holds. */
function wordsOf(params: MessageParams, lang: Lang): MessageParams {
  const { nearest, like, why, found } = params;
  const zh = lang === 'zh';
  const maybe = zh ? `，是不是 ${nearest}？` : `; did you mean ${nearest}?`;
  const seen = zh ? `，看上去像 ${like}` : `, which looks like ${like}`;
  const unseen = zh ? '，它是看不见的' : ', which cannot be seen';
  const word = typeof why === 'string' && Object.hasOwn(findingWords, why) ? why : undefined;
  return {
    maybe: typeof nearest === 'string' && nearest !== '' ? maybe : '',
    near: typeof found === 'string' && found !== '' ? (zh ? `：${found}` : `: ${found}`) : '',
    looks: typeof like === 'string' && like !== '' ? seen : unseen,
    ...(word === undefined ? {} : { why: findingWords[word as keyof typeof findingWords][lang] }),
  };
}
