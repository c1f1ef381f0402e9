import type { ErrorKind } from './errors.js';

interface ErrorEntry {
  readonly kind: ErrorKind;
  readonly name: string;
}

/**
 * Every error the program can end with. Codes are stable and never reused; sentences live in i18n.
 * E1xxx what the person gave us · E2xxx credentials · E3xxx network · E4xxx DingTalk's answers ·
 * E5xxx the simulator · E9xxx our own bugs.
 */
export const errorTable = {
  E1001: { kind: 'user', name: 'usage' },
  E1002: { kind: 'user', name: 'recipient' },
  E1003: { kind: 'user', name: 'card-data' },
  E1004: { kind: 'user', name: 'file-unreadable' },
  E1005: { kind: 'user', name: 'rules-invalid' },
  E1006: { kind: 'user', name: 'api-origin-refused' },
  E1007: { kind: 'user', name: 'recording-unwritable' },
  E1008: { kind: 'user', name: 'input-needed' },
  E1009: { kind: 'user', name: 'template-id' },
  E1010: { kind: 'user', name: 'profile-damaged' },
  E1011: { kind: 'user', name: 'proxy-invalid' },
  E1012: { kind: 'user', name: 'profile-unwritable' },
  E1013: { kind: 'user', name: 'output-unwritable' },
  E1014: { kind: 'user', name: 'project-invalid' },
  E1015: { kind: 'user', name: 'template-unusable' },
  E1016: { kind: 'user', name: 'template-id-missing' },
  E1017: { kind: 'user', name: 'template-unknown' },
  E1018: { kind: 'user', name: 'project-unwritable' },
  E1019: { kind: 'user', name: 'card-not-sound' },
  E1020: { kind: 'user', name: 'script-unusable' },
  E1021: { kind: 'user', name: 'script-failed' },
  E2001: { kind: 'auth', name: 'not-logged-in' },
  E2002: { kind: 'auth', name: 'credentials-refused' },
  E2003: { kind: 'auth', name: 'connection-refused' },
  E2004: { kind: 'auth', name: 'permission-missing' },
  E3001: { kind: 'network', name: 'unreachable' },
  E3002: { kind: 'network', name: 'timeout' },
  E3003: { kind: 'network', name: 'not-json' },
  E3004: { kind: 'network', name: 'endpoint-refused' },
  E4001: { kind: 'platform', name: 'api-refused' },
  E4002: { kind: 'platform', name: 'delivery-failed' },
  E4003: { kind: 'platform', name: 'outcome-unknown' },
  E4004: { kind: 'platform', name: 'answer-unusable' },
  E4005: { kind: 'platform', name: 'too-many-calls' },
  E5001: { kind: 'user', name: 'simulator-not-found' },
  E5002: { kind: 'user', name: 'simulator-refused' },
  E5003: { kind: 'user', name: 'port-in-use' },
  E5004: { kind: 'user', name: 'page-not-built' },
  E9001: { kind: 'bug', name: 'bug' },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorTable;
