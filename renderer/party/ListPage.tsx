import type { PartyType } from '#shared/party/fields.ts';

/** The list of contacts, of companies, or (null) of both. */
export function ListPage({ type }: { readonly type: PartyType | null }) {
  return <div data-type={type} />;
}
