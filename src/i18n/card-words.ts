import type { Lang, Sentence } from './sentence.js';

/** Words of a painted card that are not the template's: they stand beside its own texts. */
const words = {
  'ai.working': { zh: '生成中', en: 'Working' },
  'ai.typing': { zh: '正在输入', en: 'Typing' },
  'box.close': { zh: '关闭', en: 'Close' },
  'box.expand': { zh: '展开', en: 'Expand' },
  'box.fold': { zh: '收起', en: 'Collapse' },
  'button.loading': { zh: '处理中', en: 'In progress' },
  'card.empty': { zh: '这张卡片现在什么都不显示', en: 'This card shows nothing now' },
  'chart.empty': { zh: '暂无数据', en: 'No data' },
  'chart.table': { zh: '数据', en: 'Data' },
  'dialog.cancel': { zh: '取消', en: 'Cancel' },
  'dialog.ok': { zh: '确定', en: 'OK' },
  'dialog.submit': { zh: '提交', en: 'Submit' },
  'feedback.copy': { zh: '复制', en: 'Copy' },
  'feedback.dislike': { zh: '踩', en: 'Dislike' },
  'feedback.like': { zh: '赞', en: 'Like' },
  'feedback.refresh': { zh: '重新生成', en: 'Regenerate' },
  'feedback.share': { zh: '分享', en: 'Share' },
  'form.add': { zh: '添加', en: 'Add' },
  'form.remove': { zh: '删除', en: 'Remove' },
  'form.required': { zh: '必填', en: 'Required' },
  'form.submit': { zh: '提交', en: 'Submit' },
  'form.unknownField': { zh: '不支持的字段类型', en: 'Unsupported field type' },
  'image.failed': { zh: '图片加载失败', en: 'The image could not be loaded' },
  'image.image': { zh: '图片', en: 'Image' },
  'image.media': { zh: '钉钉媒体文件，离线无法显示', en: 'DingTalk media, not available offline' },
  'image.refused': { zh: '不支持的图片地址', en: 'Image address not supported' },
  'menu.more': { zh: '更多', en: 'More' },
  'placeholder.failed': { zh: '绘制失败', en: 'Could not be drawn' },
  'placeholder.too-deep': { zh: '嵌套过深', en: 'Nested too deep' },
  'placeholder.too-many': {
    zh: '组件过多，其余未绘制',
    en: 'Too many components, the rest is left out',
  },
  'placeholder.unknown-component': { zh: '不支持的组件', en: 'Unsupported component' },
  'placeholder.unsupported': { zh: '不支持', en: 'Not supported' },
  'problem.code': {
    zh: '机器人应答了 code {code}，卡片没有变化',
    en: 'The bot answered code {code}; the card stays as it is',
  },
  'problem.expired': {
    zh: '回调超时：机器人没有在期限内应答',
    en: 'The callback expired: no answer from the bot in time',
  },
  'problem.frame-too-large': {
    zh: '回调没有发出：内容超过了一帧的上限',
    en: 'The callback was not sent: it is larger than a frame may be',
  },
  'problem.http-callback': {
    zh: '这张卡片的 callbackType 是 HTTP，Stream 收不到它的回调',
    en: 'The callbackType of this card is HTTP: its callbacks do not come over the Stream',
  },
  'problem.no-callback-type': {
    zh: '创建卡片时没有写 callbackType: STREAM，所以没有回调',
    en: 'The card was created without callbackType: STREAM, so nothing is called',
  },
  'problem.no-connection': {
    zh: '回调没有送达：没有机器人连接到模拟器',
    en: 'The callback was not delivered: no bot is connected to the simulator',
  },
  'problem.not-subscribed': {
    zh: '回调没有送达：机器人没有订阅 /v1.0/card/instances/callback',
    en: 'The callback was not delivered: the bot did not subscribe to /v1.0/card/instances/callback',
  },
  'problem.not-visible': {
    zh: '回调没有发出：卡片没有投放给此人',
    en: 'The callback was not sent: the card was not delivered to this person',
  },
  'problem.other': { zh: '回调失败：{reason}', en: 'The callback failed: {reason}' },
  'problem.simulator-stopped': { zh: '模拟器已停止', en: 'The simulator has stopped' },
  'progress.progress': { zh: '进度', en: 'Progress' },
  'select.empty': { zh: '暂无选项', en: 'No options' },
  'select.placeholder': { zh: '请选择', en: 'Select' },
  'select.remove': { zh: '移除', en: 'Remove' },
  'table.next': { zh: '下一页', en: 'Next page' },
  'table.previous': { zh: '上一页', en: 'Previous page' },
  'why.forwarded': { zh: '转发的卡片不支持此操作', en: 'Not available on a forwarded card' },
  'why.no-action': { zh: '没有设置点击事件', en: 'No action is set' },
  'why.no-action-id': {
    zh: '没有 actionId，点击后不会有回调',
    en: 'No actionId: tapping it calls nothing',
  },
  'why.status': { zh: '状态不是 normal，无法点击', en: 'Its status is not normal' },
  'why.status-unset': {
    zh: '没有设置 status，客户端上无法点击',
    en: 'It has no status, so clients do not react to it',
  },
} as const satisfies Record<string, Sentence>;

export type CardWord = keyof typeof words;

export function cardWord(lang: Lang, word: CardWord): string {
  return words[word][lang];
}

export function isCardWord(text: string): text is CardWord {
  return Object.hasOwn(words, text);
}
