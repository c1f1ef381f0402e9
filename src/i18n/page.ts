import type { Sentence } from './sentence.js';

/** The chat page of the simulator. */
export const pageMessages = {
  'page.tokenRefused': {
    zh: '这个地址已经用过或已过期，每个地址只能打开一次。',
    en: 'This address was used before, or is too old. Each one opens the page once.',
  },
  'page.noSession': {
    zh: '这个浏览器还没有打开页面的许可。',
    en: 'This browser has not been let in yet.',
  },
  'page.notBuilt': {
    zh: '没有找到聊天页面的文件：在源码目录运行 npm run build。',
    en: 'The files of the chat page were not found: run npm run build in the checkout.',
  },
  'page.howToOpen': {
    zh: '要得到新地址，请重新运行 dtcard sim --open。',
    en: 'To get a new address, run dtcard sim --open again.',
  },
} as const satisfies Record<string, Sentence>;
