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
  'branch',
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

/** What can be taken out. */
export const exportedThings = ['archive', 'list', 'person', 'branch', 'bundle', 'failedRows', 'audit', 'calendar'] as const;
export type ExportedThing = (typeof exportedThings)[number];

/** What can be brought in besides clients. */
export const importedThings = ['leads', 'products'] as const;

/** What can be done about people, branches and head office. */
export const branchChanges = [
  'made',
  'changed',
  'away',
  'back',
  'clients',
  'invited',
  'inviteCancelled',
  'computerShutOut',
  'computerMain',
  'hubStarted',
  'hubElsewhere',
  'hubStopped',
  'joined',
  'addresses',
] as const;
export type BranchChange = (typeof branchChanges)[number];

/** Settings that say who sees what. */
export const safetySettings = ['clientCards', 'purchasesInOtherBranches', 'consentPurposes'] as const;
