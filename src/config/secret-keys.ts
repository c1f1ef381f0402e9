import type { SourceNode, SourceProblem } from '../base/source-node.js';

/** Keys whose values nobody wants in version control, however they are spelled. */
const secret =
  /^(app|client|api|access)[-_]?(secret|token|key)$|^(session[-_]?webhook|password|passwd|refresh[-_]?token)$/i;

/** Every place where a file holds something that looks like a secret. Its value is not repeated. */
export function secretKeys(root: SourceNode): readonly SourceProblem[] {
  const problems: SourceProblem[] = [];
  const open: SourceNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'list') open.push(...node.items);
    if (node.kind !== 'map') continue;
    for (const { key, keyPlace, value } of node.entries) {
      open.push(value);
      // A client id is no secret, and is called AppKey as well.
      if (!secret.test(key) || /^app[-_]?key$/i.test(key)) continue;
      const message = `"${key}" is a secret and does not belong in this file; remove it and run dtcard login`;
      problems.push({ ...keyPlace, message });
    }
  }
  return problems;
}
