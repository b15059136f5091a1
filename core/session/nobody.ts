import type { Actor } from '#shared/people/permission.ts';

/** Whoever hasn't said yet who they are, where that is needed. */
export const nobody: Actor = { userId: '', name: '', permissions: new Set(['session.begin']), limits: null };
