import { Command, Option } from 'commander';
import { DtcardError } from '../base/errors.js';
import { version } from '../base/version.js';
import type { MessageKey, Translate } from '../i18n/translate.js';
import { helpWidth, wrapHelp } from './help-wrap.js';
import type { ProgramIo } from './program-io.js';

/** Runs a command and gives its exit code. */
type Run<O> = (io: ProgramIo, options: O, args: readonly string[]) => Promise<number>;

/**
 * The command tree. Every action loads its own code when it runs: `--help` never loads Ink, `send`
 * never loads the screen.
 * @param finish told the exit code of the command that ran
 */
export function buildProgram(io: ProgramIo, finish: (exitCode: number) => void): Command {
  const { t } = io;
  const program = localized(new Command('dtcard'), t);
  program
    .description(t('cli.description'))
    .version(version, '-V, --version', t('cli.version'))
    .helpCommand('help [command]', t('cli.help'))
    .addOption(langOption(t))
    .exitOverride()
    // What is wrong with the call is thrown, and reported like every other error.
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: () => undefined })
    .showSuggestionAfterError(true)
    .addHelpText('after', () =>
      examples(io, [
        'dtcard watch --sim --demo',
        'dtcard sim --port 7700',
        'dtcard login',
        'dtcard send --template <id>.schema --to <cid…> --set title=你好',
      ]),
    );

  const act =
    <O>(load: () => Promise<Run<O>>) =>
    async (...given: unknown[]) => {
      const command = given.pop() as Command;
      given.pop();
      const run = await load();
      // Commander gives what the options declared above say; each command names what it reads.
      finish(await run(io, command.optsWithGlobals() as O, given as string[]));
    };

  const sub = (parent: Command, name: string, description: MessageKey) =>
    localized(parent.command(name), t).description(t(description)).addOption(langOption(t));
  const withApi = (command: Command, json: MessageKey = 'cli.json') =>
    command
      .option('--api <origin>', t('cli.api'))
      .option('--profile <name>', t('cli.profile'))
      .option('--json', t(json));

  withApi(sub(program, 'login', 'cli.login'))
    .option('--client-id <id>', t('cli.login.clientId'))
    .option('--client-secret-stdin', t('cli.login.stdin'))
    .addOption(secretOption())
    .option('--production', t('cli.login.production'))
    .action(act(async () => (await import('./commands/login.js')).runLogin));
  sub(program, 'logout', 'cli.logout')
    .option('--profile <name>', t('cli.profile'))
    .option('--json', t('cli.json'))
    .action(act(async () => (await import('./commands/logout.js')).runLogout));
  withApi(sub(program, 'whoami', 'cli.whoami')).action(
    act(async () => (await import('./commands/whoami.js')).runWhoami),
  );

  withApi(sub(program, 'send', 'cli.send'))
    .requiredOption('--template <alias|id>', t('cli.send.template'))
    .requiredOption('--to <conversation>', t('cli.send.to'))
    .addOption(repeatable('--set <k=v>', t('cli.send.set')))
    .option('--data <file>', t('cli.send.data'))
    .option('--private-data <file>', t('cli.template.privateData'))
    .option('--no-lint', t('cli.send.noLint'))
    .option('--strict', t('cli.send.strict'))
    .addHelpText('after', () =>
      examples(io, [
        'dtcard send --template 2c278d79-fc0b-41b4-b14e-8b8089dc08e8.schema --to user002 --set title=你好',
        'echo \'{"title":"你好","count":3}\' | dtcard send --template <id>.schema --to <cid…> --data - --json',
      ]),
    )
    .action(act(async () => (await import('./commands/send.js')).runSend));

  withApi(sub(program, 'watch', 'cli.watch'), 'cli.watch.json')
    .option('--sim', t('cli.watch.sim'))
    .option('--demo', t('cli.watch.demo'))
    .option('--open', t('cli.sim.open'))
    .option('--rules <file>', t('cli.watch.rules'))
    .option('--no-rules', t('cli.watch.noRules'))
    .option('--record <file>', t('cli.watch.record'))
    .option('--no-record', t('cli.watch.noRecord'))
    .option('--filter <expression>', t('cli.watch.filter'))
    .option('--max-events <n>', t('cli.watch.maxEvents'))
    .option('--duration <time>', t('cli.watch.duration'))
    .option('--plain', t('cli.watch.plain'))
    .option('--effects', t('cli.watch.effects'))
    .option('--forward <url>', t('cli.watch.forward'))
    .option('--on-deadline <policy>', t('cli.watch.onDeadline'))
    .option('--answer-reach <who>', t('cli.watch.answerReach'))
    .option('--enable-rules', t('cli.watch.enableRules'))
    .option('--yes', t('cli.watch.yes'))
    .addOption(repeatable('--template <id>', t('cli.watch.template')))
    .addHelpText('after', () =>
      examples(io, [
        'dtcard watch --sim --demo',
        'dtcard watch --json --rules examples/approval/rules.yaml --duration 30s',
        "dtcard watch --sim --demo --plain --filter 'user:李四 or failed'",
      ]),
    )
    .action(act(async () => (await import('./commands/watch.js')).runWatch));

  const template = sub(program, 'template', 'cli.template')
    .helpCommand('help [command]', t('cli.help'))
    .addHelpText('after', () =>
      examples(io, [
        'dtcard template add examples/approval/template.json --id <id>.schema --as approval',
        'dtcard template show examples/approval/template.json',
        'dtcard template lint examples/approval/template.json',
        'dtcard template render examples/approval/template.json --theme dark',
      ]),
    );
  const onTemplate = (name: string, description: MessageKey) =>
    sub(template, name, description).option('--json', t('cli.json'));
  const withData = (command: Command) =>
    command
      .option('--data <file>', t('cli.template.data'))
      .option('--private-data <file>', t('cli.template.privateData'))
      .option('--viewer <userId>', t('cli.template.viewer'))
      .option('--mock', t('cli.template.mock'))
      .option('--empty', t('cli.template.empty'));
  onTemplate('add <file>', 'cli.template.add')
    .option('--id <cardTemplateId>', t('cli.template.id'))
    .option('--as <alias>', t('cli.template.as'))
    .action(act(async () => (await import('./commands/template-add.js')).runTemplateAdd));
  onTemplate('list', 'cli.template.list').action(
    act(async () => (await import('./commands/template-list.js')).runTemplateList),
  );
  onTemplate('show <template>', 'cli.template.show').action(
    act(async () => (await import('./commands/template-show.js')).runTemplateShow),
  );
  withData(onTemplate('lint <template>', 'cli.template.lint'))
    .option('--strict', t('cli.template.strict'))
    .addOption(repeatable('--stream <key>', t('cli.template.stream')))
    .action(act(async () => (await import('./commands/template-lint.js')).runTemplateLint));
  withData(onTemplate('render <template>', 'cli.template.render'))
    .option('--format <format>', t('cli.template.format'))
    .option('--theme <theme>', t('cli.template.theme'))
    .option('--width <px>', t('cli.template.width'))
    .option('--flow-status <1-5>', t('cli.template.flowStatus'))
    .option('--encoded', t('cli.template.encoded'))
    .action(act(async () => (await import('./commands/template-render.js')).runTemplateRender));

  const rules = sub(program, 'rules', 'cli.rules')
    .helpCommand('help [command]', t('cli.help'))
    .addHelpText('after', () =>
      examples(io, [
        'dtcard rules check examples/approval/rules.yaml',
        'dtcard rules explain \'{"actionIds":["agree"],"params":{"action":"accept"}}\' --rules examples/approval/rules.yaml',
      ]),
    );
  sub(rules, 'check <file>', 'cli.rules.check')
    .option('--json', t('cli.json'))
    .action(act(async () => (await import('./commands/rules-check.js')).runRulesCheck));
  sub(rules, 'explain <event|file>', 'cli.rules.explain')
    .option('--rules <file>', t('cli.rules.explain.rules'))
    .option('--json', t('cli.json'))
    .action(act(async () => (await import('./commands/rules-explain.js')).runRulesExplain));

  const sim = sub(program, 'sim', 'cli.sim')
    .option('--port <n>', t('cli.sim.port'))
    .addOption(repeatable('--setting <name=value>', t('cli.sim.setting')))
    .option('--open', t('cli.sim.open'))
    .option('--json', t('cli.json'))
    .addHelpText('after', () =>
      examples(io, [
        'dtcard sim --port 7700',
        'dtcard sim message 报销一下 --as 张三',
        'dtcard sim tap latest --as 李四 --action accept --param action=accept',
        'dtcard sim card latest --as 王五',
      ]),
    )
    .helpCommand('help [command]', t('cli.help'))
    .action(act(async () => (await import('./commands/sim.js')).runSim));
  const onSim = (name: string, description: MessageKey) =>
    sub(sim, name, description)
      .option('--api <origin>', t('cli.api'))
      .option('--json', t('cli.json'));
  onSim('message <text>', 'cli.sim.message')
    .requiredOption('--as <user>', t('cli.sim.as'))
    .option('--in <conversation>', t('cli.sim.in'))
    .action(act(async () => (await import('./commands/sim-message.js')).runSimMessage));
  onSim('tap <outTrackId>', 'cli.sim.tap')
    .requiredOption('--as <user>', t('cli.sim.as'))
    .requiredOption('--action <id>', t('cli.sim.action'))
    .addOption(repeatable('--param <k=v>', t('cli.sim.param')))
    .action(act(async () => (await import('./commands/sim-tap.js')).runSimTap));
  onSim('card [outTrackId]', 'cli.sim.card')
    .option('--as <user>', t('cli.sim.as'))
    .action(act(async () => (await import('./commands/sim-card.js')).runSimCard));
  sub(sim, 'settings', 'cli.sim.settings')
    .option('--json', t('cli.json'))
    .action(act(async () => (await import('./commands/sim-settings.js')).runSimSettings));
  return program;
}

/** Absent when it was never given: a default would show up in the help. */
function repeatable(flags: string, description: string): Option {
  return new Option(flags, description).argParser(
    (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
  );
}

function langOption(t: Translate): Option {
  return new Option('--lang <zh|en>', t('cli.lang')).argParser((value) => {
    if (value === 'zh' || value === 'en') return value;
    throw new DtcardError('E1001', { params: { reason: 'lang', value } });
  });
}

/** Arguments are seen by everybody on the machine and kept by shells: what people try is refused. */
function secretOption(): Option {
  return new Option('--client-secret <secret>').hideHelp().argParser(() => {
    throw new DtcardError('E1001', { params: { reason: 'secret-argument' } });
  });
}

const titles: Readonly<Record<string, MessageKey>> = {
  'Usage:': 'cli.help.usage',
  'Arguments:': 'cli.help.arguments',
  'Options:': 'cli.help.options',
  'Commands:': 'cli.help.commands',
};

/** The parser's own words of the help, in the language. */
function localized(command: Command, t: Translate): Command {
  return command.helpOption('-h, --help', t('cli.help')).configureHelp({
    styleTitle(title) {
      const key = titles[title];
      return key === undefined ? title : t(key);
    },
    displayWidth: helpWidth,
    boxWrap: wrapHelp,
  });
}

function examples(io: ProgramIo, lines: readonly string[]): string {
  return `\n${io.t('cli.help.examples')}\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
}
