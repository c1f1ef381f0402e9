/** Code blocks of these languages. */
export function blocks(text: string, ...languages: readonly string[]): string[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)].flatMap(
    ([, language = '', body = '']) => (languages.includes(language) ? [body] : []),
  );
}

/** Lines of shell examples, and of the examples in `--help`, that hold a dtcard command. */
export function commandLines(text: string): string[] {
  const shell = blocks(text, 'sh').flatMap((block) => block.split('\n'));
  const help = [...text.matchAll(/^ {2}\$ (.+)$/gm)].map((match) => match[1] as string);
  return [...shell, ...help].filter((line) => /(^|\s)dtcard /.test(line) && !line.startsWith('#'));
}

export interface Call {
  readonly args: readonly string[];
  readonly stdin: string | undefined;
}

/** Words of a line as a shell would split them; `echo … |` and `printf %s … |` become its input. */
export function callOf(line: string): Call {
  const words = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
  const start = words.indexOf('dtcard');
  const pipe = words.indexOf('|');
  return {
    args: words.slice(start + 1),
    stdin: pipe > 0 && pipe < start ? (words[pipe - 1] as string) : undefined,
  };
}

/** Anchors as GitHub makes them. */
export function anchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] as string)
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
