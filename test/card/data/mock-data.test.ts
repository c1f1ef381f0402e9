import { describe, expect, it } from 'vitest';
import { mockCardData, mockParams } from '../../../src/card/data/mock-data.js';
import { readTemplate } from '../../../src/card/template/read-template.js';
import { templateText } from '../../support/card-evaluation.js';

const template = readTemplate(
  templateText({
    variableList: [
      { name: 'title', type: 'string' },
      { name: 'flowStatus', type: 'string' },
      { name: 'count', type: 'number' },
      { name: 'rows', type: 'loopArray' },
      { name: 'uid', type: 'object' },
      { name: 'joined', type: 'boolean', private: true },
    ],
    localList: [{ name: 'open', type: 'boolean' }],
    mockData: {
      cardData: {
        title: '接龙',
        flowStatus: 3,
        count: 5,
        rows: [{ a: 1 }],
        uid: '',
        joined: true,
        deleted: 'gone',
        config: { autoLayout: true },
        open: true,
      },
      cardPrivateData: { joined: false, title: 'not private' },
      localData: { open: true },
    },
  }),
);

describe('mock data of a template', () => {
  it('becomes texts by declared type, without what is not declared or does not suit', () => {
    expect(mockParams(template)).toEqual({
      cardParamMap: {
        title: '接龙',
        flowStatus: '3',
        count: '5',
        rows: '[{"a":1}]',
        joined: 'true',
        config: '{"autoLayout":true}',
      },
      privateParamMap: { joined: 'false' },
    });
  });

  it('becomes what a client holds, with local data empty as at load', () => {
    expect(mockCardData(template)).toEqual({
      cardData: {
        title: '接龙',
        flowStatus: '3',
        count: 5,
        rows: [{ a: 1 }],
        joined: true,
        config: { autoLayout: true },
      },
      cardPrivateData: { joined: false },
      localData: {},
    });
  });

  it('of a template without any is empty', () => {
    expect(mockParams(readTemplate(''))).toEqual({ cardParamMap: {}, privateParamMap: {} });
  });
});
