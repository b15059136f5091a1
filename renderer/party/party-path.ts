import type { PartyType } from '#shared/party/fields.ts';

/** Address of a card. */
export function partyPath({ type, id }: { readonly type: PartyType; readonly id: string }): string {
  return `/${type === 'company' ? 'companies' : 'contacts'}/${encodeURIComponent(id)}`;
}
