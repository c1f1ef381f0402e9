import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { createFormDrafts } from '../../../../src/simulator/page/paint/form-drafts.js';
import { FormFieldBox } from '../../../../src/simulator/page/paint/form-field-box.js';
import { PaintNode } from '../../../../src/simulator/page/paint/paint-node.js';
import { PaintingContext } from '../../../../src/simulator/page/paint/painting.js';

const paint = (problem: string | undefined) =>
  renderToStaticMarkup(
    <PaintingContext
      value={{
        Node: PaintNode,
        onGesture: () => Promise.resolve(),
        drafts: createFormDrafts(),
        word: (word) => word,
        theme: 'light',
        inert: false,
        control: {},
        overlay: null,
      }}
    >
      <FormFieldBox
        field={{
          name: 'reason',
          label: '事由',
          type: 'TEXT',
          declaredType: 'TEXT',
          hidden: false,
          readOnly: false,
          required: true,
          requiredMsg: '',
          placeholder: '',
          options: [],
        }}
        value=""
        problem={problem}
        disabled={false}
        onChange={() => undefined}
      />
    </PaintingContext>,
  );

it('a required field is marked', () => {
  expect(paint(undefined)).toContain('aria-label="form.required"');
  expect(paint(undefined)).toContain('aria-required="true" aria-invalid="false"');
});

it('a problem is announced and belongs to its field', () => {
  const html = paint('事由是必填项');
  const [, id] = /role="alert" id="([^"]+)">事由是必填项/.exec(html) ?? [];
  expect(id).toBeDefined();
  expect(html).toContain(`aria-invalid="true" aria-describedby="${id}"`);
});
