import type { Act } from '#core/records/act.ts';

export interface InstallRequest {
  readonly key: string;
  /** Users by part. */
  readonly people: Readonly<Record<string, readonly string[]>>;
  readonly callMinutes: number;
}

export type InstallOutcome =
  | { readonly type: 'installed'; readonly pipelineId: string; readonly automations: number }
  | { readonly type: 'notFound' }
  | { readonly type: 'refused'; readonly field: string; readonly code: string };

export function installProcess(_act: Act, _request: InstallRequest): InstallOutcome {
  return { type: 'notFound' };
}
