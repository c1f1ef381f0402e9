import type { JsonObject } from '../../base/json-text.js';
import type { Finding } from '../finding.js';

/** An exported card template, read (template-format §1). Plain data, frozen in meaning. */
export interface CardTemplate {
  /** `<uuid>.schema`, when the compiled XML carries it (template-format §1.1). */
  readonly cardTemplateId?: string;
  /** `im`, `standard` or `onebox`; others are kept and found worth a warning. */
  readonly type: string;
  readonly schemaVersion: string;
  /** `AI`: the root is an AICardContainer. */
  readonly extendType: 'NORMAL' | 'AI';
  /** Set by the server: `variableList`. */
  readonly variables: readonly Variable[];
  /** Computed: `expList`. */
  readonly expressions: readonly ExpressionVariable[];
  /** On the client only: `localList`. */
  readonly locals: readonly Variable[];
  /** Preview data of the editor, typed values; `localData` holds declared locals only (template-format §1.5). */
  readonly mockData: {
    readonly cardData: JsonObject;
    readonly cardPrivateData: JsonObject;
    readonly localData: JsonObject;
  };
  /** Absent when the file has no usable root; the findings say why. */
  readonly root?: TemplateNode;
  /** `extension.fileTypeList` `event_chain`, opened; for cross-checks only (template-format §4.5). */
  readonly compiledEventChains?: JsonObject;
  /** What reading the file found. */
  readonly findings: readonly Finding[];
}

/** One component. Hidden ones (`hidden: true`) are not in the tree (template-format §2.1). */
export interface TemplateNode {
  readonly componentName: string;
  /** Unique in the tree: repaired, with a finding, where the file repeats one. */
  readonly id: string;
  /** As in the file; slots still in place. */
  readonly props: JsonObject;
  readonly children: readonly TemplateNode[];
  /** Nodes of `JSSlot` props by prop name, e.g. `titleAfterSlot`. */
  readonly slots: Readonly<Record<string, readonly TemplateNode[]>>;
  /** JSON path in the file, for findings. */
  readonly path: string;
  /** The editor's own name for it. */
  readonly title?: string;
}

/** A declared variable or a field of one (template-format §1.3). */
export interface Variable {
  readonly name: string;
  /** `string`, `number`, `boolean`, `markdown`, `object`, `loopArray`, `form`, …; unknown ones are kept. */
  readonly type: string;
  readonly private: boolean;
  readonly description?: string;
  /** Nested fields of an object, or of one item of a loopArray. */
  readonly fields: readonly Variable[];
  readonly path: string;
}

export interface ExpressionVariable {
  readonly name: string;
  readonly type: string;
  /** A JS-like expression (template-format §3.4). */
  readonly expContent: string;
  readonly path: string;
}
