import type { SalesGrouping } from '#shared/report/contract.ts';

/** SQL of what sales are counted by. */
export interface Grouping {
  /** Of a deal. */
  readonly deal: string;
  /** Of a request; null where requests don't say. */
  readonly lead: string | null;
  /** The client's row is needed, as `party`. */
  readonly ofClient?: boolean;
  /** Typed by people: spelt in several ways it is still one. */
  readonly isText?: boolean;
}

const city = `coalesce((SELECT address.value ->> 'city' FROM json_each(party.addresses) address
  WHERE address.value ->> 'city' <> '' LIMIT 1), '')`;
/** A person's is that of the first company she belongs to. */
const industry = `coalesce(nullif(party.industry, ''), (SELECT company.industry FROM link
  JOIN party company ON company.id = link.company_id WHERE link.contact_id = party.id AND company.industry <> ''
  ORDER BY link.created_at LIMIT 1), '')`;

/** What one query can count by. */
export const groupings: Readonly<Record<Exclude<SalesGrouping, 'product' | 'month'>, Grouping>> = {
  source: { deal: 'deal.source', lead: 'lead.source', isText: true },
  owner: { deal: "coalesce(deal.owner_id, '')", lead: "coalesce(lead.owner_id, '')" },
  // A request's channel is the way in which it came, a deal's where it is sold.
  channel: { deal: 'deal.channel', lead: null, isText: true },
  kind: { deal: 'party.kind', lead: null, ofClient: true },
  city: { deal: city, lead: city, ofClient: true, isText: true },
  industry: { deal: industry, lead: industry, ofClient: true, isText: true },
  branch: { deal: "coalesce(deal.branch_id, '')", lead: "coalesce(lead.branch_id, '')" },
};

/** All together. */
export const ungrouped: Grouping = { deal: "''", lead: "''" };
