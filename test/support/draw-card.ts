import { exportTemplate, type NodeSource, type Props } from '../../scripts/templates/exported.js';
import type { JsonObject } from '../../src/base/json-text.js';
import { type CardData, defaultSwitches, type ViewSwitches } from '../../src/card/card-data.js';
import { type CardSettings, defaultCardSettings } from '../../src/card/card-settings.js';
import { createEvaluation } from '../../src/card/evaluate/create-evaluation.js';
import { readTemplate } from '../../src/card/template/read-template.js';
import { buildView } from '../../src/card/view/build-view.js';
import type { CardView } from '../../src/card/view/card-view.js';
import type { ViewNode } from '../../src/card/view/view-node.js';

export interface DrawInput {
  readonly variables?: Parameters<typeof exportTemplate>[0]['variables'];
  readonly locals?: Readonly<Record<string, string>>;
  readonly expressions?: Parameters<typeof exportTemplate>[0]['expressions'];
  readonly cardData?: JsonObject;
  readonly cardPrivateData?: JsonObject;
  readonly localData?: JsonObject;
  readonly switches?: Partial<ViewSwitches>;
  readonly settings?: Partial<CardSettings>;
}

/** Draws nodes in a card, from the text of an exported file on. */
export function drawCard(nodes: readonly NodeSource[], input: DrawInput = {}): CardView {
  const file = exportTemplate({
    root: node('Card', 'root', {}, nodes),
    ...(input.variables && { variables: input.variables }),
    ...(input.locals && { locals: input.locals }),
    ...(input.expressions && { expressions: input.expressions }),
  });
  return drawFile(file, input);
}

/** @param input variables and locals are the file's own */
export function drawFile(file: string, input: DrawInput = {}): CardView {
  const data: CardData = {
    cardData: input.cardData ?? {},
    cardPrivateData: input.cardPrivateData ?? {},
    localData: input.localData ?? {},
  };
  return buildView(
    createEvaluation({
      template: readTemplate(file),
      data,
      switches: { ...defaultSwitches, ...input.switches },
      settings: { ...defaultCardSettings(), ...input.settings },
    }),
  );
}

/** The one node of a card that has no other; undefined when nothing is shown. */
export function drawNode(source: NodeSource, input?: DrawInput): ViewNode | undefined {
  const { root } = drawCard([source], input);
  return root?.kind === 'box' ? root.children[0] : undefined;
}

export function node(
  componentName: string,
  id: string,
  props: Props = {},
  children: readonly NodeSource[] = [],
): NodeSource {
  return { componentName, id, props, children };
}
