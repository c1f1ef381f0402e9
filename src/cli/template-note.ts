import type { MessageKey } from '../i18n/translate.js';
import type { TemplateNote } from './live-templates.js';

/** A note as the log and the terminal say it. */
export interface NoteMessage {
  readonly level: 'info' | 'error';
  readonly key: MessageKey;
  readonly params: Readonly<Record<string, string>>;
}

export function noteMessage(note: TemplateNote): NoteMessage {
  switch (note.what) {
    case 'changed':
      return { level: 'info', key: 'notice.templateChanged', params: { alias: note.alias } };
    case 'rejected':
    case 'unusable': {
      const { what, alias, detail } = note;
      const key = what === 'rejected' ? 'notice.templateRejected' : 'notice.templateUnusable';
      return { level: 'error', key, params: { alias, detail } };
    }
    case 'projectChanged':
      return { level: 'info', key: 'notice.projectChanged', params: { file: note.file } };
    case 'projectRejected': {
      const { file, detail } = note;
      return { level: 'error', key: 'notice.projectRejected', params: { file, detail } };
    }
  }
}
