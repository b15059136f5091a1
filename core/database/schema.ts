// The tables as Kysely sees them; the truth is in migrations/local. JSON columns are text here.

interface Stamped {
  readonly stamp: string;
  readonly field_stamps: string | null;
}

export interface ActTable {
  readonly seq: number;
  readonly id: string;
  readonly kind: string;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly at: number;
  readonly subject: string;
  readonly records: number;
  readonly undoes: string | null;
  readonly undone_by: string | null;
}

export interface HistoryTable {
  readonly seq: number;
  readonly act_seq: number;
  readonly record_type: string;
  readonly record_id: string;
  readonly operation: 'create' | 'update' | 'purge';
  readonly changes: string | null;
}

export interface PartyTable extends Stamped {
  readonly seq: number;
  readonly id: string;
  readonly type: 'contact' | 'company';
  readonly kind: string;
  readonly title: string;
  readonly sort_key: string;
  readonly name_key: string;
  readonly job_title: string;
  readonly birthday: string | null;
  readonly phones: string;
  readonly emails: string;
  readonly addresses: string;
  readonly tags: string;
  readonly tax_id: string;
  readonly owner_id: string | null;
  readonly source: string;
  readonly custom: string;
  readonly created_at: number;
  readonly updated_at: number;
  readonly deleted_at: number | null;
}

export interface LinkTable extends Stamped {
  readonly id: string;
  readonly contact_id: string;
  readonly company_id: string;
  readonly role: string;
  readonly created_at: number;
}

export interface ActivityTable extends Stamped {
  readonly id: string;
  readonly party_id: string;
  readonly type: string;
  readonly text: string;
  readonly happened_at: number;
  readonly direction: string | null;
  readonly outcome: string | null;
  readonly duration: number | null;
  readonly deal_id: string | null;
  readonly task_id: string | null;
  readonly phone: string;
  readonly author_id: string;
  readonly created_at: number;
}

export interface UserTable extends Stamped {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly head_id: string | null;
  readonly phone: string;
  readonly email: string;
  readonly branch_id: string | null;
  readonly time_zone: string;
  readonly working_hours: string | null;
  readonly created_at: number;
  readonly archived_at: number | null;
}

export interface Schema {
  readonly act: ActTable;
  readonly history: HistoryTable;
  readonly party: PartyTable;
  readonly party_tag: { readonly tag: string; readonly party_seq: number };
  readonly party_group: { readonly name: string; readonly party_seq: number };
  readonly link: LinkTable;
  readonly activity: ActivityTable;
  readonly user: UserTable;
}
