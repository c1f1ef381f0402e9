import type { Sentence } from './sentence.js';

/** What is found in templates: what it is, and `.fix`, what to do. Codes are those of card/finding-codes.ts. */
export const templateFindings = {
  T100: { zh: '文件不是 JSON：{problem}', en: 'the file is not JSON: {problem}' },
  'T100.fix': {
    zh: '在卡片平台重新导出，或检查文件是否完整',
    en: 'export it again on the card platform, or check that the file is whole',
  },
  T101: {
    zh: '是 JSON，但不是卡片平台导出的模板：没有 editorData',
    en: 'JSON, but not a template exported by the card platform: there is no editorData',
  },
  'T101.fix': {
    zh: '在卡片平台的编辑页用「导出」得到模板文件',
    en: 'use 导出 (export) in the editor of the card platform',
  },
  T102: { zh: 'editorData 读不出来：{problem}', en: 'editorData cannot be read: {problem}' },
  'T102.fix': {
    zh: '在卡片平台重新导出；手工改过的文件里，editorData 是一段 JSON 文本',
    en: 'export it again; in a file edited by hand editorData is JSON as text',
  },
  T103: {
    zh: 'schemaVersion {version} 没有见过，按 3.0.0 读',
    en: 'schemaVersion {version} is not known; read as 3.0.0',
  },
  'T103.fix': {
    zh: '核对画面与真实卡片；若不同，请告诉我们',
    en: 'compare with the real card, and tell us if it differs',
  },
  T104: {
    zh: '卡片类型 {type} 没有见过，按 im 画',
    en: 'card type {type} is not known; drawn as im',
  },
  'T104.fix': { zh: '已知的是 im、standard、onebox', en: 'known are im, standard and onebox' },
  T105: {
    zh: '这是手写 XML 的卡片（useCustomWidgetInfo）：客户端显示的是 XML，这里画的是可视化的组件树',
    en: 'a card of hand-written XML (useCustomWidgetInfo): clients show that, what is drawn here is the tree of the visual editor',
  },
  'T105.fix': {
    zh: '以真实客户端为准；要在这里看到，请用可视化搭建',
    en: 'trust a real client; to see it here, build it in the visual editor',
  },
  T106: {
    zh: '没有根组件，什么也画不出来',
    en: 'there is no root component, nothing can be drawn',
  },
  'T106.fix': {
    zh: '在卡片平台打开模板，确认画布不是空的，再导出',
    en: 'open the template on the card platform, see that the canvas is not empty, and export again',
  },
  T107: {
    zh: '嵌套超过 {most} 层，更深的部分没有读',
    en: 'nested deeper than {most} levels; what is deeper was left out',
  },
  'T107.fix': { zh: '减少嵌套的容器', en: 'use fewer containers inside each other' },
  T109: {
    zh: '组件超过 {most} 个，其余没有读',
    en: 'more than {most} components; the rest was left out',
  },
  'T109.fix': { zh: '拆成几张卡片，或用循环容器', en: 'split the card, or use a loop' },
  T110: { zh: '{why}；现在的内容没有用上', en: '{why}; what stands here is not used' },
  'T110.fix': {
    zh: '在卡片平台重新导出；手工改过的话，改回来',
    en: 'export it again, or undo what was edited by hand',
  },
  T111: { zh: '太大：{length}，最多 {most}', en: 'too large: {length}, at most {most}' },
  'T111.fix': { zh: '检查是不是导出的模板文件', en: 'check that it is an exported template' },
  T200: {
    zh: '组件 id {id} 重复，其中一个改了名',
    en: 'component id {id} is repeated; one of them was renamed',
  },
  'T200.fix': {
    zh: '在编辑器里删除后重新添加其中一个',
    en: 'delete one of them in the editor and add it again',
  },
  T201: {
    zh: '变量 {name} 声明了两次，用第一个',
    en: 'variable {name} is declared twice; the first one counts',
  },
  'T201.fix': { zh: '删掉其中一个', en: 'delete one of them' },
  T202: { zh: '{name} 没有声明{maybe}', en: '{name} is declared nowhere{maybe}' },
  'T202.fix': {
    zh: '在「变量」里添加 {name}，或改正绑定；未声明的变量永远是空的',
    en: 'declare {name}, or correct the binding; what is not declared is always empty',
  },
  T203: {
    zh: '{name} 没有字段 {field}{maybe}',
    en: '{name} has no field {field}{maybe}',
  },
  'T203.fix': {
    zh: '给 {name} 添加字段 {field}，或改正绑定',
    en: 'add the field {field} to {name}, or correct the binding',
  },
  T204: {
    zh: '“{text}” 不是变量路径，会显示为空或原样',
    en: '"{text}" is no path of a variable: it shows as nothing or as it stands',
  },
  'T204.fix': {
    zh: '花括号里只能写 a.b.c 这样的路径；计算用表达式变量',
    en: 'only paths such as a.b.c may stand between the braces; use an expression variable to compute',
  },
  T205: { zh: '变量 {name} 没有被任何组件用到', en: 'no component uses the variable {name}' },
  'T205.fix': {
    zh: '不需要就删掉；要用就绑定到组件上',
    en: 'delete it, or bind it to a component',
  },
  T206: { zh: '{name} 里有 {character}{looks}', en: '{name} contains {character}{looks}' },
  'T206.fix': {
    zh: '重新输入这个名字，只用看上去那样的字符',
    en: 'type the name again, with the characters it seems to have',
  },
  T207: {
    zh: '{name} 与 {other} 看上去一样，其实不同',
    en: '{name} and {other} look the same and are not',
  },
  'T207.fix': { zh: '改掉其中一个名字', en: 'rename one of them' },
  T208: {
    zh: '{component} 留着一段不起作用的显示条件',
    en: '{component} keeps a condition that is not in force',
  },
  'T208.fix': {
    zh: '要按条件显示，把「是否显示」设为「条件计算」；否则不用管',
    en: 'set visibility to 条件计算 if it should hold; otherwise leave it',
  },
  T210: { zh: '没有写回传 id，发出的是 {id}', en: 'no action id is written; what is sent is {id}' },
  'T210.fix': {
    zh: '代码里按 {id} 判断，或在编辑器里写一个',
    en: 'expect {id} in your code, or write one in the editor',
  },
  T211: {
    zh: '没有写回传 id，发出什么不确定（这里按 {id}）',
    en: 'no action id is written, and what is sent is not known (taken here: {id})',
  },
  'T211.fix': {
    zh: '写一个回传 id，不要依赖默认值',
    en: 'write an action id, do not rely on a default',
  },
  T212: {
    zh: '回传 id “{actionId}” 里有 {character}{looks}',
    en: 'action id "{actionId}" contains {character}{looks}',
  },
  'T212.fix': {
    zh: '重新输入这个 id；代码里比较会不相等',
    en: 'type the id again; comparing it in code fails',
  },
  T213: {
    zh: '看得见、能点，但什么也不做（{why}）',
    en: 'it can be seen and tapped, and does nothing ({why})',
  },
  'T213.fix': {
    zh: '设置点击事件，或把状态设为禁用',
    en: 'give it a click event, or set its status to disabled',
  },
  T214: {
    zh: '状态 {status} 不是 normal、disabled、loading 之一：点不动',
    en: 'status {status} is none of normal, disabled, loading: it cannot be tapped',
  },
  'T214.fix': { zh: '状态改成 normal', en: 'set the status to normal' },
  T215: {
    zh: '输入组件 id {id} 重复（{other}），回传里分不清是哪一个',
    en: 'input id {id} is repeated ({other}): the callback does not tell which',
  },
  'T215.fix': {
    zh: '每个输入组件一个 id；循环里用 loop 的字段拼出来',
    en: 'give every input its own id; inside a loop make it of a field of loop',
  },
  T216: {
    zh: '点卡片空白处也会发出回传',
    en: "a tap on the card's background sends a callback too",
  },
  'T216.fix': {
    zh: '不需要就去掉卡片的点击事件',
    en: 'remove the click event of the card if that is not meant',
  },
  T217: {
    zh: '{component} 没有 id，回传里取不到它的值',
    en: '{component} has no id: its value cannot be found in the callback',
  },
  'T217.fix': {
    zh: '写一个 id，值会出现在 params.<id>',
    en: 'give it an id; its value comes as params.<id>',
  },
  T218: {
    zh: '点击事件类型 {actionType} 没有见过，这里点了什么也不会发生',
    en: 'action type {actionType} is not known: nothing happens on a tap here',
  },
  'T218.fix': { zh: '核对类型，或告诉我们它是什么', en: 'check the type, or tell us what it is' },
  T219: { zh: '{component} 永远不显示', en: '{component} is never shown' },
  'T219.fix': {
    zh: '不需要就删掉；要显示就改「是否显示」',
    en: 'delete it, or change its visibility',
  },
  T230: {
    zh: '没有「失败」状态：有报告说缺少状态时流式更新（isError）得到 500 unknownError',
    en: 'there is no 失败 (failed) state: streaming with isError was reported to get 500 unknownError then',
  },
  'T230.fix': {
    zh: '在编辑器里启用「失败」状态并放上内容',
    en: 'enable the failed state in the editor and put something into it',
  },
  T231: {
    zh: '没有状态 {state} 的内容：进入这个状态时卡片是空的',
    en: 'nothing for state {state}: the card is blank while it is in it',
  },
  'T231.fix': {
    zh: '启用这个状态（1 处理中 2 输出中 3 完成）',
    en: 'enable the state (1 pending, 2 writing, 3 done)',
  },
  T232: { zh: '状态 {state} 出现了两次', en: 'state {state} is there twice' },
  'T232.fix': { zh: '删掉其中一个', en: 'delete one of them' },
  T233: {
    zh: '{name} 的流式开关在状态 {state} 里开着，在状态 {other} 的另一处关着',
    en: 'the streaming switch of {name} is on in state {state}, and off elsewhere in state {other}',
  },
  'T233.fix': {
    zh: '通过流式接口写的变量，开关要开；普通更新写的要关，否则看不见',
    en: 'switch it on where text is streamed and off where plain updates write, else nothing is seen',
  },
  T234: {
    zh: '「输出中」里没有打开流式开关的组件：流式更新 {name} 会失败或看不见',
    en: 'no component of the writing state has its streaming switch on: streaming {name} fails or is not seen',
  },
  'T234.fix': {
    zh: '在「输出中」的富文本组件上打开「流式组件」',
    en: 'turn on 流式组件 on the markdown component of the writing state',
  },
  T235: {
    zh: '{name} 打开了流式开关，但类型是 {type}，只有 markdown 能流式输出',
    en: '{name} has its streaming switch on but is a {type}; only markdown can be streamed',
  },
  'T235.fix': { zh: '把变量类型改成 markdown', en: 'make the variable a markdown one' },
  T236: {
    zh: '{name} 在「输出中」显示，在「完成」里没有：结束时文字会消失',
    en: '{name} is shown while writing and not when done: the text vanishes at the end',
  },
  'T236.fix': {
    zh: '在「完成」状态里也绑定 {name}，或在结束时用普通更新写那里的变量',
    en: 'bind {name} in the done state too, or update the variable that is shown there at the end',
  },
  T237: {
    zh: 'AI 卡片没有声明状态变量 {name}',
    en: 'the AI card does not declare its state variable {name}',
  },
  'T237.fix': { zh: '添加字符串变量 {name}', en: 'declare {name} as a string' },
  T300: { zh: '{name} 没有声明，按空处理', en: '{name} is declared nowhere; taken as empty' },
  'T300.fix': { zh: '声明它，或改正绑定', en: 'declare it, or correct the binding' },
  T301: {
    zh: '表达式 {name} 第 {column} 列读不懂{near}（{why}）',
    en: 'expression {name} cannot be read at column {column}{near} ({why})',
  },
  'T301.fix': {
    zh: '改正表达式；它的值现在是空的',
    en: 'correct the expression; its value is empty now',
  },
  T302: {
    zh: '表达式 {name} 用了没有见过的函数 {function}',
    en: 'expression {name} calls {function}, which is not known',
  },
  'T302.fix': {
    zh: '核对函数名；这里它的结果是空的',
    en: 'check the name; its result is empty here',
  },
  T303: { zh: '表达式互相引用：{cycle}', en: 'expressions refer to each other: {cycle}' },
  'T303.fix': { zh: '去掉其中一个引用', en: 'remove one of the references' },
  T304: {
    zh: '{name} 算得太久或太大，已停止',
    en: '{name} takes too long or becomes too large; stopped',
  },
  'T304.fix': { zh: '简化它，或减少数据', en: 'make it simpler, or the data smaller' },
  T305: {
    zh: '{name} 只在循环里有意义，这里不在循环里',
    en: '{name} means something in a loop only, and this is none',
  },
  'T305.fix': {
    zh: '移到循环容器里，或绑定整个列表',
    en: 'move it into the loop, or bind the whole list',
  },
  T306: { zh: '“{path}” 不是变量路径', en: '"{path}" is no path of a variable' },
  'T306.fix': { zh: '路径形如 a.b 或 items[0].name', en: 'a path looks like a.b or items[0].name' },
  T307: {
    zh: '条件的比较方式 {op} 没有见过，按成立处理',
    en: 'operator {op} of a condition is not known; taken as met',
  },
  'T307.fix': { zh: '核对条件', en: 'check the condition' },
  T308: { zh: '{name} 不是列表，循环里什么也没有', en: '{name} is not a list: the loop is empty' },
  'T308.fix': { zh: '传 JSON 数组', en: 'send a JSON array' },
  T309: {
    zh: '{name} 是对象或列表，作为文字显示成 JSON',
    en: '{name} is an object or a list; as text it shows as JSON',
  },
  'T309.fix': {
    zh: '绑定它的字段，或改成字符串',
    en: 'bind one of its fields, or make it a string',
  },
  T310: {
    zh: '{name} 是空列表；客户端是否当作“空”并不确定',
    en: '{name} is an empty list; whether clients take it as empty is not certain',
  },
  'T310.fix': { zh: '用 length 判断', en: 'test its length instead' },
  T340: {
    zh: '组件 {component} 没有见过，画成占位框',
    en: 'component {component} is not known; a placeholder stands for it',
  },
  'T340.fix': {
    zh: '其余部分不受影响；请告诉我们这个组件',
    en: 'the rest is not affected; tell us about the component',
  },
  T341: {
    zh: '组件 {component} 画不出来：{why}',
    en: 'component {component} could not be drawn: {why}',
  },
  'T341.fix': {
    zh: '这是我们的错误，请带上模板报告',
    en: 'this is our mistake: report it with the template',
  },
  T342: {
    zh: '{component} 的 {prop} 是没有见过的值 {value}，用默认值',
    en: '{prop} of {component} has the unknown value {value}; the default is taken',
  },
  'T342.fix': { zh: '核对这个属性', en: 'check the property' },
  T343: {
    zh: '{component} 的颜色 {value} 没有见过，用默认颜色',
    en: 'colour {value} of {component} is not known; the usual one is taken',
  },
  'T343.fix': { zh: '核对颜色名', en: 'check the name of the colour' },
  T344: {
    zh: '{component} 的文字样式 {value} 没有见过，用正文样式',
    en: 'text style {value} of {component} is not known; body text is taken',
  },
  'T344.fix': { zh: '核对样式名', en: 'check the name of the style' },
  T345: {
    zh: '要画的太多（到 {component} 为止），其余没有画',
    en: 'too much to draw: what follows {component} was left out',
  },
  'T345.fix': { zh: '减少数据', en: 'make the data smaller' },
  T346: {
    zh: 'flowStatus 是 {status}，模板里没有这个状态：卡片是空的',
    en: 'flowStatus is {status}, and the template has no such state: the card is blank',
  },
  'T346.fix': {
    zh: '启用这个状态，或换一个 flowStatus',
    en: 'enable the state, or send another flowStatus',
  },
  T347: {
    zh: '{component} 绑定 {variable} 时没有写 varType markdown；有报告说循环外这样会是空白',
    en: '{component} is bound to {variable} without varType markdown; outside loops that was reported to show nothing',
  },
  'T347.fix': {
    zh: '在编辑器里重新选择变量；脚本生成的要写 varType:"markdown"',
    en: 'choose the variable again in the editor; scripts must write varType:"markdown"',
  },
  T348: {
    zh: '{component} 的链接 {value} 在这里打不开',
    en: 'a link of {component} is not opened here: {value}',
  },
  'T348.fix': {
    zh: '这里只打开 http、https、dingtalk、dtmd、mailto 的完整链接；别的请在真实客户端上试',
    en: 'only whole http, https, dingtalk, dtmd and mailto links are opened; try others on a real client',
  },
  T349: {
    zh: '{component} 的图片 {value} 在这里不显示',
    en: 'an image of {component} is not shown here: {value}',
  },
  'T349.fix': { zh: '用 http(s) 地址或 mediaId', en: 'use an http(s) address or a media id' },
  T350: {
    zh: '{component} 的富文本太长或嵌套太深，没有全部按原样画',
    en: 'the markdown of {component} is too long or nested too deep to be drawn as it is',
  },
  'T350.fix': { zh: '缩短或简化它', en: 'make it shorter or simpler' },
  T351: {
    zh: '画面嵌套超过 {why} 层，更深的没有画',
    en: 'nested deeper than {why} levels; what is deeper was not drawn',
  },
  'T351.fix': { zh: '减少嵌套', en: 'nest less' },
  T352: { zh: 'flowStatus 是 “{status}”，不是 1 到 5', en: 'flowStatus is "{status}", not 1 to 5' },
  'T352.fix': {
    zh: '1 处理中 2 输出中 3 完成 4 执行中 5 失败',
    en: '1 pending, 2 writing, 3 done, 4 doing, 5 failed',
  },
  T360: {
    zh: '{component} 的状态变量 {value} 没有值：点不动',
    en: 'the status variable {value} of {component} has no value: it cannot be tapped',
  },
  'T360.fix': { zh: '发送时给它 normal', en: 'send it as normal' },
  T361: {
    zh: '{component} 没有 status 属性：这里当作 normal，真实客户端可能点不动',
    en: '{component} has no status prop: taken as normal here, a real client may not let it be tapped',
  },
  'T361.fix': { zh: '给它写上 status: normal', en: 'give it the status normal' },
} as const satisfies Record<string, Sentence>;
