import type { Sentence } from './sentence.js';

/** What is found in data for a template. */
export const dataFindings = {
  D100: {
    zh: '{name} 不是文字，已编码成 JSON 文字',
    en: '{name} is not text and was encoded as JSON text',
  },
  'D100.fix': {
    zh: '不用改；自己写代码时要先编码',
    en: 'nothing to do; encode it yourself in your own code',
  },
  D101: {
    zh: '{name} 的值是 {type}，cardParamMap 的值必须是文字',
    en: 'the value of {name} is of type {type}; values of a cardParamMap are texts',
  },
  'D101.fix': { zh: '用 JSON.stringify 编码', en: 'encode it with JSON.stringify' },
  D102: {
    zh: '{name} 的值 “{text}” 不是 {type}：不起作用，或在部分客户端上显示不对',
    en: 'the value "{text}" of {name} is no {type}: it has no effect, or shows wrong on some clients',
  },
  'D102.fix': { zh: '传 {type} 的 JSON 文字', en: 'send the JSON text of a {type}' },
  D103: {
    zh: '模板没有变量 {name}，客户端会忽略它{maybe}',
    en: 'the template has no variable {name}; clients ignore it{maybe}',
  },
  'D103.fix': {
    zh: '改正名字，或在模板里添加这个变量',
    en: 'correct the name, or add the variable to the template',
  },
  D104: {
    zh: '{name} 是 {kind} 里的变量，不能通过接口设置',
    en: '{name} is in {kind} and cannot be set over the API',
  },
  'D104.fix': { zh: '设置它依赖的变量', en: 'set the variables it depends on' },
  D105: {
    zh: '{name} 是私有变量，放在公有数据里：成为每个人的初始值',
    en: "{name} is private and sent as public: everybody's initial value",
  },
  'D105.fix': {
    zh: '只给一个人看的话，放到 privateData',
    en: 'put it into privateData if one person should see it',
  },
  D106: {
    zh: '{name} 是公有变量，放在 {userId} 的私有数据里：看不到',
    en: '{name} is public and sent in the private data of {userId}: it is not seen',
  },
  'D106.fix': {
    zh: '在模板里设为私有，或放到 cardParamMap',
    en: 'make it private in the template, or put it into cardParamMap',
  },
  D107: {
    zh: '{name} 没有值，用到它的地方是空的',
    en: '{name} has no value: where it is used nothing shows',
  },
  'D107.fix': { zh: '需要的话传一个值', en: 'send a value if it is meant to show' },
  D108: {
    zh: '{name} 没有值，由它决定状态的按钮点不动',
    en: '{name} has no value: buttons whose status it is cannot be tapped',
  },
  'D108.fix': { zh: '传 normal', en: 'send normal' },
  D109: { zh: '缺少字段 {name}（{type}）', en: 'field {name} ({type}) is missing' },
  'D109.fix': { zh: '补上，或确认可以为空', en: 'add it, or make sure that it may be empty' },
  D110: { zh: '字段 {name} 应是 {type}', en: 'field {name} should be of type {type}' },
  'D110.fix': { zh: '传 {type} 类型的值', en: 'send a value of type {type}' },
  D111: { zh: '没有声明字段 {name}{maybe}', en: 'field {name} is not declared{maybe}' },
  'D111.fix': {
    zh: '改正名字，或在模板里添加字段',
    en: 'correct the name, or add the field to the template',
  },
  D112: {
    zh: '{name}（类型 {type}）的结构不对：{why}',
    en: '{name}, of type {type}, is not built as it has to be: {why}',
  },
  'D112.fix': { zh: '对照 {type} 类型的格式改正', en: 'correct it as the type {type} wants it' },
  D113: {
    zh: 'flowStatus 是 {status}，模板只有状态 {states}：卡片是空的',
    en: 'flowStatus is {status}, the template has states {states} only: the card is blank',
  },
  'D113.fix': {
    zh: '换一个 flowStatus，或启用这个状态',
    en: 'send another flowStatus, or enable the state',
  },
  D114: {
    zh: '模板没有变量 {key}，流式更新会得到 500 unknownError{maybe}',
    en: 'the template has no variable {key}: streaming gets 500 unknownError{maybe}',
  },
  'D114.fix': {
    zh: 'key 用模板里的 markdown 变量',
    en: 'use a markdown variable of the template as key',
  },
  D115: {
    zh: '{key} 是 {type}，流式更新只能写 markdown 变量',
    en: '{key} is a {type}; only markdown variables can be streamed',
  },
  'D115.fix': { zh: '换一个变量，或改它的类型', en: 'use another variable, or change its type' },
  D116: {
    zh: '显示 {key} 的组件都没有打开流式开关：流式更新会失败或看不见',
    en: 'no component with its streaming switch on shows {key}: streaming fails or is not seen',
  },
  'D116.fix': {
    zh: '在显示它的富文本组件上打开「流式组件」',
    en: 'turn on 流式组件 on the markdown component that shows it',
  },
  D118: {
    zh: '变量名 {name} 有 {bytes} 字节，文档上限 {limit}',
    en: 'the key {name} has {bytes} bytes; {limit} are documented',
  },
  'D118.fix': { zh: '用短一些的名字', en: 'use a shorter name' },
  D119: {
    zh: '{name} 有 {bytes} 字节，文档写的上限是 {limit}（实际未见执行）',
    en: '{name} has {bytes} bytes; {limit} are documented (not seen enforced)',
  },
  'D119.fix': {
    zh: '不用改；出错时先想到它',
    en: 'nothing to do; think of it when something fails',
  },
  D120: {
    zh: '整张卡片有 {bytes} 字节，上限 {limit}',
    en: 'the whole card has {bytes} bytes, {limit} are allowed',
  },
  'D120.fix': { zh: '减少数据，或用链接代替', en: 'send less, or a link instead' },
  D121: {
    zh: '{name} 超过 {limit} 个汉字，有报告说这样的卡片显示为空白',
    en: '{name} has more than {limit} Chinese characters; such cards were reported blank',
  },
  'D121.fix': { zh: '分成几张卡片', en: 'split it into several cards' },
  D122: {
    zh: '{name} 里有 {character}：显示出来会和内容不同',
    en: '{name} contains {character}: it shows as something else than it is',
  },
  'D122.fix': { zh: '去掉这个字符', en: 'remove the character' },
  D150: { zh: '这里应是列表，得到 {value}', en: 'a list is expected here, not {value}' },
  'D150.fix': { zh: '传 JSON 数组', en: 'send a JSON array' },
  D151: { zh: '这里应是对象，得到 {value}', en: 'an object is expected here, not {value}' },
  'D151.fix': { zh: '传 JSON 对象', en: 'send a JSON object' },
  D152: { zh: '这一项的格式不对：{value}', en: 'this entry is not built as it has to be: {value}' },
  'D152.fix': { zh: '对照格式改正', en: 'correct its form' },
  D153: { zh: '有 {count} 项，只画 {shown} 项', en: 'there are {count}; {shown} are drawn' },
  'D153.fix': { zh: '减少数据', en: 'send fewer' },
  D154: {
    zh: '序号 {index} 超出范围（共 {count} 项）',
    en: 'index {index} is out of range ({count} entries)',
  },
  'D154.fix': { zh: '序号从 0 开始', en: 'indexes begin at 0' },
  D155: { zh: '这里应是数字，得到 {value}', en: 'a number is expected here, not {value}' },
  'D155.fix': { zh: '传数字', en: 'send a number' },
  D156: { zh: '图表类型 {value} 没有见过', en: 'chart type {value} is not known' },
  'D156.fix': {
    zh: '用 lineChart、histogram 或 pieChart',
    en: 'use lineChart, histogram or pieChart',
  },
  D157: {
    zh: '表单字段类型 {value} 没有见过，画成文本框',
    en: 'field type {value} is not known; drawn as a text field',
  },
  'D157.fix': { zh: '核对类型', en: 'check the type' },
  D158: {
    zh: '表单字段没有名字（{value}），提交里没有它',
    en: 'a form field has no name ({value}): it is not submitted',
  },
  'D158.fix': { zh: '写上 name', en: 'give it a name' },
  D159: { zh: '表单字段 {value} 重复', en: 'the form field {value} is repeated' },
  'D159.fix': { zh: '每个字段一个 name', en: 'give every field its own name' },
  D160: {
    zh: '默认值 {value} 不能用于 {type}',
    en: 'the default {value} cannot be used for {type}',
  },
  'D160.fix': { zh: '改成 {type} 的值', en: 'use a value of {type}' },
  D161: { zh: '这个事件不能用：{value}', en: 'this event cannot be used: {value}' },
  'D161.fix': {
    zh: 'openLink 要有 params.url，sendCardRequest 要有 params.actionId；其他 type 没有见过',
    en: 'openLink needs params.url and sendCardRequest params.actionId; other types are not known',
  },
  D162: {
    zh: '表格列类型 {value} 没有见过，按文字画',
    en: 'column type {value} is not known; drawn as text',
  },
  'D162.fix': {
    zh: '用 STRING、MICROAPP、OBJECT 或 BUTTON',
    en: 'use STRING, MICROAPP, OBJECT or BUTTON',
  },
  D170: {
    zh: '回调应答里的 {name} 不起作用，也不报错：点击者的私有数据叫 userPrivateData',
    en: '{name} has no effect in the answer of a callback, without an error: the private data of whoever tapped is userPrivateData',
  },
  'D170.fix': {
    zh: '写成 userPrivateData.cardParamMap；按人分的 privateData 只用于更新接口',
    en: 'write userPrivateData.cardParamMap; privateData by user is for the update API only',
  },
  D171: {
    zh: '{name} 应是对象，得到 {type}：不起作用',
    en: '{name} has to be an object, not of type {type}: it has no effect',
  },
  'D171.fix': {
    zh: '变量放在 cardData.cardParamMap 和 userPrivateData.cardParamMap 里',
    en: 'variables go into cardData.cardParamMap and userPrivateData.cardParamMap',
  },
  D172: {
    zh: '回调应答里没有 {name}，它不起作用{maybe}',
    en: 'the answer of a callback has no {name}: it has no effect{maybe}',
  },
  'D172.fix': {
    zh: '可用的有 cardUpdateOptions、cardData、userPrivateData',
    en: 'there are cardUpdateOptions, cardData and userPrivateData',
  },
  D173: {
    zh: '{name} 里没有 cardParamMap：什么都不会改',
    en: '{name} holds no cardParamMap: nothing is changed',
  },
  'D173.fix': {
    zh: '把变量放进 {name}.cardParamMap',
    en: 'put the variables into {name}.cardParamMap',
  },
  D174: {
    zh: '{name} 按 {key} 分了一层：应答里的数据只属于点击者，不按人分',
    en: '{name} is keyed by {key}: in an answer the data is for whoever tapped, and not keyed',
  },
  'D174.fix': {
    zh: '写成 {name}.cardParamMap；要改别人的数据用更新接口',
    en: 'write {name}.cardParamMap; use the update API for the data of others',
  },
  D175: {
    zh: '{name} 放在这里不起作用，它属于 {place}',
    en: '{name} has no effect here; it belongs into {place}',
  },
  'D175.fix': { zh: '移到 {place} 里', en: 'move it into {place}' },
  D176: {
    zh: '{name} 应是 true 或 false，得到 {type}：按 false 处理，整份数据会被替换',
    en: '{name} has to be true or false, not of type {type}: it counts as false, and the whole map is replaced',
  },
  'D176.fix': { zh: '不加引号写 true', en: 'write true, without quotes' },
  D177: {
    zh: '外面多了一层 response：这里要写的是它里面的对象',
    en: 'there is a response around the answer: only what is in it is wanted here',
  },
  'D177.fix': { zh: '去掉这一层', en: 'take the wrapper off' },
  D178: {
    zh: '没有 {option}，{name} 会替换整份数据：{names} 会变空',
    en: 'without {option} {name} replaces the whole map: {names} will be empty',
  },
  'D178.fix': {
    zh: '只改给出的变量时，把 cardUpdateOptions.{option} 设为 true',
    en: 'set cardUpdateOptions.{option} to true to change the given variables only',
  },
} as const satisfies Record<string, Sentence>;
