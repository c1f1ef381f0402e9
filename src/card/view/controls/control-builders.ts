import type { ComponentBuilder } from '../view-builder.js';
import { dropdownButton, singleButton } from './button.js';
import { buttonGroup } from './button-group.js';
import { buttonBlock, buttonList } from './button-rows.js';
import { chart } from './chart.js';
import { checkList, checkListMulti } from './check-list.js';
import { checkableTags } from './checkable-tags.js';
import { checkbox } from './checkbox.js';
import { collapsePanel } from './collapse-panel.js';
import { datePicker } from './date-picker.js';
import { feedback } from './feedback.js';
import { form } from './form.js';
import { input } from './input.js';
import { progressBar } from './progress-bar.js';
import { multiSelectBlock, selectBlock } from './select-block.js';
import { table } from './table.js';

/** What people touch, and what is drawn from structured data. */
export const controlBuilders: Readonly<Record<string, ComponentBuilder>> = {
  SingleButton: singleButton,
  FixedSingleButton: singleButton,
  DropdownButton: dropdownButton,
  ButtonBlock: buttonBlock,
  ButtonList: buttonList,
  ButtonGroup: buttonGroup,
  Input: input,
  SelectBlock: selectBlock,
  MultiSelectBlock: multiSelectBlock,
  DatePickerBlock: datePicker,
  Checkbox: checkbox,
  CheckboxList: checkList,
  CheckboxListMulti: checkListMulti,
  CheckableTags: checkableTags,
  CollapsePanel: collapsePanel,
  Form: form,
  ProgressBar: progressBar,
  Table: table,
  Chart: chart,
  Feedback: feedback,
};
