import { componentSupport } from '../card/support.js';
import type { CardTemplate } from '../card/template/card-template.js';
import type { ComponentUse, SupportReport } from '../card/view/card-view.js';
import { nodesOf } from './template-nodes.js';

/** How faithfully the components of a template are drawn, whatever its data. */
export function templateSupport(template: CardTemplate): SupportReport {
  const counts = new Map<string, number>();
  for (const { componentName } of nodesOf(template)) {
    counts.set(componentName, (counts.get(componentName) ?? 0) + 1);
  }
  const components = [...counts].map(([component, count]): ComponentUse => {
    const support = componentSupport.get(component);
    return {
      component,
      count,
      level: support?.level ?? 'placeholder',
      approximations: support?.approximations ?? [],
    };
  });
  return { components, complete: components.every(({ level }) => level !== 'placeholder') };
}
