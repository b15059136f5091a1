import type { DeviceSummary } from '#shared/sync/office-protocol.ts';
import { html } from '#office/page/html.ts';
import type { Html } from '#office/page/html.ts';
import type { Speech } from '#office/page/speak.ts';

export function branchName(
  { say }: Speech,
  { branchId, branchName: name }: Pick<DeviceSummary, 'branchId' | 'branchName'>,
): string {
  return branchId === null ? say('office.title') : (name ?? say('office.branch.unknown'));
}

/** What every form carries. */
export function hidden(token: string, id: string): Html {
  return html`<input type="hidden" name="token" value="${token}" /><input type="hidden" name="id" value="${id}" />`;
}
