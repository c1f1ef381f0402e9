import type { Sentence } from './sentence.js';

/** Words a painted card holds that are none of its own. */
export const paintMessages = {
  'paint.image': { zh: '图片', en: 'image' },
  'paint.imageRefused': { zh: '地址不允许', en: 'address refused' },
  'paint.unfold': { zh: '展开', en: 'show more' },
  'paint.fold': { zh: '收起', en: 'show less' },
  'paint.copy': { zh: '复制', en: 'copy' },
  'paint.refresh': { zh: '重新生成', en: 'regenerate' },
  'paint.share': { zh: '分享', en: 'share' },
  'paint.readOnly': { zh: '（只读）', en: '(read-only)' },
  'paint.moreRows': { zh: '… 还有 {count} 行', en: '… {count} more rows' },
  'paint.chartEmpty': { zh: '图表：无数据', en: 'chart: no data' },
  'paint.unknownComponent': { zh: '{what}：未知组件', en: '{what}: unknown component' },
  'paint.unsupported': { zh: '{what}：不支持', en: '{what}: not supported' },
  'paint.failed': { zh: '{what}：绘制失败', en: '{what}: could not be drawn' },
  'paint.tooDeep': { zh: '{what}：嵌套过深', en: '{what}: nested too deep' },
  'paint.tooMany': { zh: '{what}：太多，未全部绘制', en: '{what}: too many, not all drawn' },
  'paint.empty': { zh: '这张卡片不显示任何内容', en: 'This card shows nothing' },
  'paint.cut': {
    zh: '… 卡片太大，只画了前 {lines} 行',
    en: '… the card is too large: only its first {lines} lines are painted',
  },
} as const satisfies Record<string, Sentence>;
