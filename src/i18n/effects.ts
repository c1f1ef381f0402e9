import type { Sentence } from './sentence.js';

/** Who sees what of an answer or an update. The chat page takes these too. */
export const effectMessages = {
  'effect.title': { zh: '谁看到什么', en: 'who sees what' },
  'effect.by.answer': { zh: '应答', en: 'answer' },
  'effect.by.update': { zh: '更新', en: 'update' },
  'effect.public': { zh: '公有数据', en: 'public data' },
  'effect.publicOf': { zh: '公有数据（{name} 看到的）', en: 'public data (as {name} sees it)' },
  'effect.privateOf': { zh: '{name} 的私有数据', en: 'private data of {name}' },
  'effect.merged': {
    zh: '{option}：只改给出的变量',
    en: '{option}: only the given variables change',
  },
  'effect.replaced': {
    zh: '没有 {option}：替换了整份数据',
    en: 'without {option} the whole map was replaced',
  },
  'effect.emptied': {
    zh: '没有 {options}，替换后变空：{names}',
    en: 'emptied, for lack of {options}: {names}',
  },
  'effect.emptiedMark': { zh: '变空', en: 'emptied' },
  'effect.kept': { zh: '{count} 个变量不变', en: '{count} variables unchanged' },
  'effect.more': { zh: '另有 {count} 个变量', en: '{count} more variables' },
  'effect.unknownBefore': {
    zh: '卡片不是从这里发出的，改动前的数据未知',
    en: 'the card was not sent from here: what it held before is not known',
  },
  'effect.mayEmpty': {
    zh: '没有 {option}：没有给出的变量都会变空',
    en: 'without {option} every variable that was not given is empty now',
  },
  'effect.clickerOnly': {
    zh: 'cardData 只有 {name} 看到，其他人看到的不变',
    en: 'only {name} sees the cardData; what others see is unchanged',
  },
  'effect.reachesMore': {
    zh: '更新让所有人看到；按时应答只有 {name} 看到',
    en: 'the update reaches everyone; an answer in time would have reached {name} only',
  },
  'effect.others': { zh: '其他人', en: 'everybody else' },
  'effect.sees.change': { zh: '看到变化', en: 'sees a change' },
  'effect.sees.nothing': { zh: '看不到变化', en: 'sees no change' },
  'effect.sees.unknown': {
    zh: '能收到，有无变化未知',
    en: 'gets it; whether it changes is unknown',
  },
  'effect.because.public': { zh: '公有数据，所有人', en: 'public data, for everyone' },
  'effect.because.answered': {
    zh: '应答的 cardData，只给点击者',
    en: 'cardData of an answer, for whoever tapped',
  },
  'effect.because.private': { zh: '自己的私有数据', en: 'their private data' },
  'effect.because.same': { zh: '看到的和原来一样', en: 'what they see is as before' },
  'effect.because.clicker-only': {
    zh: '应答的 cardData 只给点击者',
    en: 'cardData of an answer is for whoever tapped',
  },
  'effect.because.not-theirs': { zh: '只改了别人的私有数据', en: 'only private data of others' },
} as const satisfies Record<string, Sentence>;
