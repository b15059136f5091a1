import type { ReadDb } from '#core/database/connection.ts';
import { query } from '#core/database/query.ts';
import type { Link } from '#shared/link/contract.ts';

/** Links of a contact or of a company to parties in use, oldest first. */
export function linksOf(db: ReadDb, partyId: string): readonly Link[] {
  return db.all(
    links()
      .where((is) => is.or([is('link.contact_id', '=', partyId), is('link.company_id', '=', partyId)]))
      .where((is) => is.or([is('contact.deleted_at', 'is', null), is('contact.id', '=', partyId)]))
      .where((is) => is.or([is('company.deleted_at', 'is', null), is('company.id', '=', partyId)]))
      .orderBy('link.created_at')
      .orderBy('link.id'),
  );
}

export function findLink(db: ReadDb, id: string): Link | undefined {
  return db.first(links().where('link.id', '=', id));
}

function links() {
  return query
    .selectFrom('link')
    .innerJoin('party as contact', 'contact.id', 'link.contact_id')
    .innerJoin('party as company', 'company.id', 'link.company_id')
    .select([
      'link.id as id',
      'contact.id as contactId',
      'contact.title as contactTitle',
      'company.id as companyId',
      'company.title as companyTitle',
      'link.role as role',
    ]);
}
