import type { Sentence } from './sentence.js';

/** What is drawn otherwise than a client does it, by the words of card/support.ts. */
export const fidelityMessages = {
  blur: { zh: '不画背景模糊', en: 'no background blur' },
  borderAnimation: {
    zh: '工作中的边框动画只是近似',
    en: 'the animated border while it works is an approximation',
  },
  builtInParamKeepsId: {
    zh: '内置参数换名后旧键是否保留不确定：设置 builtInParamKeepsId',
    en: 'whether a renamed built-in parameter keeps its old key is not known: setting builtInParamKeepsId',
  },
  chartConfig: {
    zh: '折线、柱、饼；config 里的样式不用',
    en: 'lines, bars and pies; styles in config are not applied',
  },
  emptyInputSubmit: {
    zh: '空输入是否提交不确定：设置 emptyInputSubmit',
    en: 'whether an empty input is submitted is not known: setting emptyInputSubmit',
  },
  gradient: { zh: '渐变的颜色和方向是近似的', en: 'gradients are approximated' },
  headerBand: {
    zh: '标题的彩色底是近似的，随客户端版本不同',
    en: 'the coloured band is approximated and differs between clients',
  },
  hover: { zh: '终端里没有悬停效果', en: 'no hover in the terminal' },
  iconFont: {
    zh: '图标字体不可得：用相近字符，否则是带名字的方框',
    en: 'the icon font is not available: a similar character, else an outline with the name',
  },
  markdownDialect: {
    zh: '富文本方言按公开文档解析，细节可能不同',
    en: 'the markdown dialect follows the public documents; details may differ',
  },
  mediaId: {
    zh: 'mediaId 的图片离线取不到：画成带说明的框',
    en: 'pictures by media id cannot be fetched offline: a labelled box',
  },
  missingStatus: {
    zh: '没有 status 属性时能否点击不确定：设置 missingStatus',
    en: 'whether it can be tapped without a status prop is not known: setting missingStatus',
  },
  nativePicker: {
    zh: '日期选择用浏览器自带的',
    en: "dates are picked with the browser's own picker",
  },
  paging: { zh: '分页画成“加载更多”', en: 'paging is drawn as "load more"' },
  platformFeedback: {
    zh: '赞踩由钉钉处理，不会回调给开发者',
    en: 'likes and dislikes are handled by DingTalk and never called back',
  },
  promptDialog: {
    zh: '弹出输入框是我们自己的对话框',
    en: 'the popup is a dialog of our own',
  },
  propsFromReports: {
    zh: '属性来自第三方描述，没有真实导出可对照',
    en: 'its props are known from reports only, no real export shows them',
  },
  pullOptions: { zh: '不会在打开时拉取选项', en: 'options are not fetched on opening' },
  responsiveLayout: { zh: '不做响应式换列', en: 'no responsive change of columns' },
  scroller: {
    zh: '滚动区域的属性来自第三方描述',
    en: 'its props are known from reports only',
  },
  sendOnClose: {
    zh: '多选在列表关闭时一次发出，真实客户端是否如此不确定',
    en: 'choices are sent once, when the list closes; whether clients do so is not known',
  },
  stacked: { zh: '叠放的子组件依次画出', en: 'stacked children are drawn one after the other' },
  tableCellIds: {
    zh: '单元格回传的 actionId 不确定：设置 unsetActionId',
    en: 'the actionId of a cell is not known: setting unsetActionId',
  },
  timeFormat: {
    zh: 'TIME 字段的默认格式不确定，按 HH:mm',
    en: 'the default format of TIME is not known; HH:mm',
  },
  typewriter: {
    zh: '打字效果：显示已到达的内容和光标',
    en: 'the typewriter shows what has arrived, and a cursor',
  },
  unsetActionId: {
    zh: '没有写 actionId 时发出什么不确定：设置 unsetActionId',
    en: 'what is sent without an actionId is not known: setting unsetActionId',
  },
} as const satisfies Record<string, Sentence>;

/** The sentence of an approximation; the word itself where there is none. */
export function approximationSentence(word: string, lang: 'zh' | 'en'): string {
  if (!Object.hasOwn(fidelityMessages, word)) return word;
  return fidelityMessages[word as keyof typeof fidelityMessages][lang];
}
