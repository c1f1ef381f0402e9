/** What Node was told about TypeScript: the threads of scripts are to know it, and nothing else. */
export function scriptNodeOptions(
  execArgv: readonly string[] = process.execArgv,
  nodeOptions: string = process.env['NODE_OPTIONS'] ?? '',
): readonly string[] {
  return [...nodeOptions.split(/\s+/), ...execArgv].filter((option) =>
    /^--(no-)?(experimental-)?(strip|transform)-types$/.test(option),
  );
}
