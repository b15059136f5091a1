import { noteAudit } from '#core/audit/note-audit.ts';
import { fileRecord } from '#core/file/file.ts';
import type { FileStore } from '#core/file/file-store.ts';
import { personIdOf } from '#core/people/allow.ts';
import { takeInUntold } from '#core/lead/commands.ts';
import { readRequests } from '#core/lead/files/read-requests.ts';
import type { Attachment, FileRequest, RowTrouble } from '#core/lead/files/request-file.ts';
import { leadFileId } from '#core/lead/lead-card.ts';
import type { LeadRow } from '#core/lead/lead.ts';
import { tellOfLeads } from '#core/lead/tell-of-leads.ts';
import type { Act } from '#core/records/act.ts';
import { countryOf } from '#core/records/country.ts';
import type { Store } from '#core/records/store.ts';
import { createRecord } from '#core/records/write.ts';
import type { Actor } from '#shared/people/permission.ts';

export interface LeadsFile {
  readonly path: string;
  /** Its name, for the history. */
  readonly name: string;
  readonly actor: Actor;
  /** Where its requests come from, unless they say so themselves. */
  readonly source?: string | undefined;
}

export interface ImportedLeads {
  readonly created: number;
  /** How many were there already. */
  readonly known: number;
  readonly problems: readonly RowTrouble[];
}

/**
 * Takes in a file of requests as one act; those taken in before are left as they are.
 * @throws {SourceError} when it can't be read; nothing is saved then
 */
export async function importLeads(
  { store, files }: { readonly store: Store; readonly files: FileStore },
  { path, name, actor, source }: LeadsFile,
): Promise<ImportedLeads> {
  const { requests, problems } = await readRequests({ path, country: countryOf(store.db) });
  const kept = await Promise.all(requests.map((request) => keepAttachments(files, request)));
  const { result } = await store.perform({ actor, kind: 'lead', subject: name }, (act) => {
    const taken = takeInAll(act, kept, source);
    // What lies in the watched folder nobody brings in.
    if (taken.created > 0 && personIdOf(actor) !== null)
      noteAudit(act.tx, { at: act.at, actor, kind: 'import', subject: name, details: { of: 'leads', count: taken.created } });
    return taken;
  });
  return { ...result, problems: [...problems, ...result.problems] };
}

interface KeptRequest extends Omit<FileRequest, 'attachments'> {
  readonly attachments: readonly KeptAttachment[];
}

type KeptAttachment = Pick<Attachment, 'name' | 'mediaType'> & { readonly hash: string; readonly size: number };

async function keepAttachments(files: FileStore, request: FileRequest): Promise<KeptRequest> {
  const attachments: KeptAttachment[] = [];
  for (const { name, mediaType, bytes } of request.attachments)
    attachments.push({ name, mediaType, size: bytes.length, hash: await files.keep(bytes) });
  return { ...request, attachments };
}

function takeInAll(act: Act, requests: readonly KeptRequest[], source = ''): ImportedLeads {
  const created: LeadRow[] = [];
  const problems: RowTrouble[] = [];
  let known = 0;
  for (const { row, lead, attachments } of requests) {
    const taken = takeInUntold(act, { ...lead, source: lead.source || source, channel: lead.channel ?? 'file' });
    if (taken.type === 'refused') problems.push({ row, code: taken.code });
    else if (taken.type === 'known') known += 1;
    else {
      created.push(taken.lead);
      attach(act, taken.lead, attachments);
    }
  }
  tellOfLeads(act, created);
  return { created: created.length, known, problems };
}

/** What was sent along lies on the card of whoever sent it. */
function attach(act: Act, { id, partyId }: LeadRow, attachments: readonly KeptAttachment[]) {
  if (partyId === null) return;
  for (const [index, { name, mediaType, size, hash }] of attachments.entries())
    createRecord(act, fileRecord, {
      id: leadFileId(id, index),
      partyId,
      dealId: null,
      activityId: null,
      name,
      mediaType,
      size,
      hash,
      createdAt: act.at,
    });
}
