import type { PartyType } from '#shared/party/fields.ts';

/** One contact or company, whole. */
export function CardPage({ type, id }: { readonly type: PartyType; readonly id: string }) {
  return <div data-type={type} data-id={id} />;
}
