import type { Sentence } from './sentence.js';

/** Sentences of `dtcard template …` and of what other commands say about templates. */
export const templateMessages = {
  'cli.template': {
    zh: '登记、查看、检查、绘制卡片模板（卡片平台导出的 JSON）',
    en: 'register, show, check and draw card templates (as the card platform exports them)',
  },
  'cli.template.add': {
    zh: '把导出的模板登记到 dtcard.yaml',
    en: 'register an exported template in dtcard.yaml',
  },
  'cli.template.id': {
    zh: '模板 ID（cardTemplateId）；省略时从文件里读取',
    en: 'cardTemplateId; read from the file when not given',
  },
  'cli.template.as': {
    zh: '别名；省略时取文件名',
    en: 'alias; the name of the file when not given',
  },
  'cli.template.list': { zh: '列出 dtcard.yaml 里的模板', en: 'list the templates of dtcard.yaml' },
  'cli.template.show': {
    zh: '查看模板的变量、表达式、动作与绘制支持',
    en: "show a template's variables, expressions, actions and how faithfully it is drawn",
  },
  'cli.template.lint': {
    zh: '检查模板；有数据时连同数据一起检查。有错误时退出码为 1',
    en: 'check a template, and data against it; exit code 1 when there are errors',
  },
  'cli.template.stream': {
    zh: '要流式写入的变量：检查它能不能流式输出（可重复）',
    en: 'a variable text will be streamed into: checks that it can be (repeatable)',
  },
  'cli.template.strict': { zh: '有警告也算失败', en: 'warnings fail as well' },
  'cli.template.data': {
    zh: '变量的 JSON 或 YAML 文件，或 - 表示标准输入；值按声明的类型编码',
    en: 'variables in a JSON or YAML file, or - for standard input; encoded by the declared types',
  },
  'cli.template.privateData': {
    zh: '私有变量的文件：userId → 变量',
    en: 'private variables in a file: userId → variables',
  },
  'cli.template.render': {
    zh: '用数据绘制模板：终端、文本、HTML 或 JSON',
    en: 'draw a template with data: for the terminal, as text, HTML or JSON',
  },
  'cli.template.viewer': {
    zh: '谁在看（userId）；决定用哪份私有数据',
    en: 'who looks (userId): whose private variables are used',
  },
  'cli.template.width': { zh: '卡片宽度，像素（默认 400）', en: 'width of the card in px (400)' },
  'cli.template.theme': { zh: '主题：light 或 dark', en: 'theme: light or dark' },
  'cli.template.flowStatus': {
    zh: '按这个状态绘制 AI 卡片：1 处理中、2 输入中、3 完成、4 执行中、5 失败',
    en: 'draw an AI card in this state: 1 pending, 2 writing, 3 done, 4 doing, 5 failed',
  },
  'cli.template.format': {
    zh: '输出格式：ansi、text、html 或 json；默认终端里 ansi，其他 text',
    en: 'ansi, text, html or json; ansi on a terminal and text elsewhere when not given',
  },
  'cli.template.mock': {
    zh: '用模板自带的预览数据，忽略 dtcard.yaml 里的数据',
    en: "the template's own preview data instead of that of dtcard.yaml",
  },
  'cli.template.empty': { zh: '不用任何数据', en: 'no data at all' },
  'cli.template.encoded': {
    zh: '只输出编码后的 cardParamMap',
    en: 'print the encoded cardParamMap instead',
  },
  'template.counts': {
    zh: '{errors} 个错误，{warnings} 个警告，{notes} 个提示',
    en: '{errors} error(s), {warnings} warning(s), {notes} note(s)',
  },
  'template.added': {
    zh: '已登记 {alias} → {cardTemplateId}，写入 {project}',
    en: 'registered {alias} → {cardTemplateId} in {project}',
  },
  'template.updated': {
    zh: '已更新 {alias} → {cardTemplateId}，写入 {project}',
    en: 'updated {alias} → {cardTemplateId} in {project}',
  },
  'template.about': {
    zh: '{type} · {kind} · {variables} 个变量 · {components} 个组件 · {counts}',
    en: '{type} · {kind} · {variables} variable(s) · {components} component(s) · {counts}',
  },
  'template.findingsLeft': {
    zh: '详见 dtcard template lint {name}',
    en: 'more with dtcard template lint {name}',
  },
  'template.none': {
    zh: '这里没有登记任何模板；用 dtcard template add <文件> 登记',
    en: 'no template is registered here; register one with dtcard template add <file>',
  },
  'template.noFile': { zh: '（没有文件）', en: '(no file)' },
  'template.missingFile': { zh: '（文件读不了）', en: '(the file cannot be read)' },
  'template.idUnknown': { zh: '模板 ID 未知', en: 'template id unknown' },
  'template.section.variables': { zh: '变量', en: 'Variables' },
  'template.section.locals': { zh: '本地变量', en: 'Local variables' },
  'template.section.expressions': { zh: '表达式变量', en: 'Expressions' },
  'template.section.actions': { zh: '动作', en: 'Actions' },
  'template.section.drawing': { zh: '绘制', en: 'Drawing' },
  'template.action.idFromData': { zh: '（由数据给出）', en: '(from the data)' },
  'template.action.idGuessed': { zh: '（模板没有写）', en: '(not in the template)' },
  'template.scope.public': { zh: '公有', en: 'public' },
  'template.scope.private': { zh: '私有', en: 'private' },
  'template.support.full': { zh: '完整：{components}', en: 'full: {components}' },
  'template.support.partial': { zh: '近似：{components}', en: 'approximate: {components}' },
  'template.support.placeholder': { zh: '占位：{components}', en: 'placeholder: {components}' },
  'template.clean': { zh: '没有发现问题', en: 'nothing to complain of' },
  'template.summary': { zh: '会话列表：{summary}', en: 'in the list of chats: {summary}' },
  'template.nothingDrawn': {
    zh: '这份数据下卡片是空的',
    en: 'with this data the card shows nothing',
  },
  'template.encoded': {
    zh: '按声明的类型编码：{keys}',
    en: 'encoded by the declared types: {keys}',
  },
  'template.unchecked': {
    zh: '没有模板 {template} 的文件，变量未经检查；用 dtcard template add 登记后可检查',
    en: 'there is no file of the template {template}, so its variables were not checked; register it with dtcard template add',
  },
  'notice.templateUnknown': {
    zh: '规则 {rule} 的模板 {template} 不在 dtcard.yaml 里，也不是以 .schema 结尾的模板 ID',
    en: 'the template {template} of the rule {rule} is neither in dtcard.yaml nor an id ending in .schema',
  },
  'notice.templateChanged': { zh: '模板 {alias} 已更新', en: 'template {alias} changed' },
  'notice.templateRejected': {
    zh: '模板 {alias} 的新内容不可用，继续用之前的：{detail}',
    en: 'the new content of template {alias} cannot be used, the one before stays: {detail}',
  },
  'notice.templateUnusable': {
    zh: '模板 {alias} 不可用：{detail}',
    en: 'template {alias} cannot be used: {detail}',
  },
  'notice.projectChanged': { zh: '{file} 已更新', en: '{file} changed' },
  'notice.projectRejected': {
    zh: '{file} 的新内容不可用，继续用之前的：{detail}',
    en: 'the new content of {file} cannot be used, the one before stays: {detail}',
  },
  'cli.send.noLint': {
    zh: '不按模板检查数据，照样发送',
    en: 'send without checking the data against the template',
  },
  'cli.send.strict': {
    zh: '有警告也不发送',
    en: 'do not send when there are warnings either',
  },
  'cli.sim.open': { zh: '在浏览器里打开聊天页面', en: 'open the chat page in the browser' },
  'cli.sim.page': { zh: '聊天页面（打开一次有效）：{url}', en: 'chat page (for one visit): {url}' },
  'cli.sim.notOpened': {
    zh: '没能打开浏览器，请自己打开上面的地址',
    en: 'no browser could be opened; open the address above yourself',
  },
} as const satisfies Record<string, Sentence>;
