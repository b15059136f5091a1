/** What is kept in the audit: what somebody could harm the shop or its clients by, not everyday work. */
export const auditKinds = [
  'export',
  'import',
  'undo',
  'delete',
  'purge',
  'merge',
  'erase',
  'rights',
  'people',
  'settings',
  'login',
  'loginFailed',
  'signOut',
  'secret',
  'token',
  'seeAs',
  'encryption',
  'backup',
  'restore',
  'repair',
] as const;

export type AuditKind = (typeof auditKinds)[number];
