import type { CardTemplate, TemplateNode } from '../card/template/card-template.js';

/** Every component of a template, those in slots too, parents before their children. */
export function* nodesOf({ root }: CardTemplate): Generator<TemplateNode> {
  const open: TemplateNode[] = root === undefined ? [] : [root];
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    const inside = [...Object.values(node.slots).flat(), ...node.children];
    open.push(...inside.reverse());
  }
}
