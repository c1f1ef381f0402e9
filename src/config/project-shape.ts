import type { ObjectShape, Shape } from '../base/shape.js';

const values = (doc: string): Shape => ({
  kind: 'mapOf',
  doc: `${doc} Written naturally: numbers, lists and objects are encoded by the type the template declares.`,
  values: { kind: 'anything' },
});

/** The whole project file. */
export const projectShape: ObjectShape = {
  kind: 'object',
  required: ['version'],
  mistakes: {
    template: 'templates',
    cards: 'templates',
    recipient: 'recipients',
    to: 'recipients',
  },
  doc: 'Card templates and recipients of a project, for dtcard. It belongs in version control and holds no secrets.',
  keys: {
    version: { kind: 'integer', min: 1, max: 1, doc: 'Version of this format.' },
    templates: {
      kind: 'mapOf',
      doc: 'Card templates by alias: letters and digits of any script, ".", "_" and "-", 64 at most.',
      values: {
        kind: 'object',
        required: ['cardTemplateId'],
        mistakes: {
          id: 'cardTemplateId',
          template: 'cardTemplateId',
          templateId: 'cardTemplateId',
          path: 'file',
          cardData: 'data',
          cardParamMap: 'data',
          values: 'data',
          userPrivateData: 'privateData',
          private: 'privateData',
        },
        keys: {
          cardTemplateId: {
            kind: 'text',
            doc: 'As the card platform shows it, ending in .schema.',
          },
          file: {
            kind: 'text',
            doc: 'The template as the card platform exports it; relative to this file.',
          },
          data: values('Public variables a card starts with.'),
          privateData: {
            kind: 'mapOf',
            doc: 'Private variables a card starts with, by userId.',
            values: values('Private variables of this user.'),
          },
        },
      },
    },
    recipients: {
      kind: 'mapOf',
      doc: 'Names for recipients: what --to takes, a cid…, a userId or an openSpaceId.',
      values: { kind: 'text' },
    },
  },
};
