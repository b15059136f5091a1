import { findActivity } from '#core/activity/queries.ts';
import { findDeal } from '#core/deal/deal.ts';
import { plainFileName } from '#core/file/file-name.ts';
import { fileRecord } from '#core/file/file.ts';
import type { FileStore } from '#core/file/file-store.ts';
import type { FileRow } from '#core/file/file.ts';
import { findParty } from '#core/party/queries.ts';
import { procedures } from '#core/procedure.ts';
import { newId } from '#core/records/new-id.ts';
import { createRecord, decodeRow, purgeRecord, readRecord } from '#core/records/write.ts';
import type { AttachedFile } from '#shared/file/contract.ts';

const { file } = procedures;

export const fileHandlers = {
  ofParty: file.ofParty.handler(({ context, input }) => {
    const rows = context.core.store.db
      .read<[string], Record<string, unknown>>('SELECT * FROM file WHERE party_id = ? ORDER BY created_at DESC, id')
      .all(input.id);
    return Promise.all(rows.map((row) => toAttached(context.core.files, decodeRow(fileRecord, row))));
  }),
  attach: file.attach.handler(async ({ context, input, errors }) => {
    const { store, files } = context.core;
    const party = findParty(store.db, input.id);
    if (!party) throw errors.NOT_FOUND({ data: { id: input.id } });
    const { dealId, activityId } = input;
    if (dealId !== undefined && !findDeal(store.db, dealId)) throw errors.NOT_FOUND({ data: { id: dealId } });
    if (activityId !== undefined && !findActivity(store.db, activityId)) throw errors.NOT_FOUND({ data: { id: activityId } });
    const name = plainFileName(input.file.name);
    if (name === '') throw errors.REFUSED({ data: { field: 'file', code: 'nameless' } });
    const bytes = new Uint8Array(await input.file.arrayBuffer());
    const hash = await files.keep(bytes);
    const { size, type: mediaType } = input.file;
    const { result } = await store.perform({ actor: context.actor, kind: 'file', subject: `${party.title}, ${name}` }, (act) =>
      createRecord(act, fileRecord, {
        id: newId(),
        partyId: party.id,
        dealId: dealId ?? null,
        activityId: activityId ?? null,
        name,
        mediaType,
        size,
        hash,
        createdAt: act.at,
      }),
    );
    // Nobody named this content until now, so that it may have been cleaned away since.
    await files.keep(bytes);
    return toAttached(files, result);
  }),
  download: file.download.handler(async ({ context, input, errors }) => {
    const found = readRecord(context.core.store.db, fileRecord, input.id)?.row;
    if (!found) throw errors.NOT_FOUND({ data: { id: input.id } });
    const bytes = await context.core.files.read(found.hash);
    if (!bytes) throw errors.NOT_HERE_YET();
    return new File([bytes], found.name, { type: found.mediaType });
  }),
  delete: file.delete.handler(async ({ context, input, errors }) => {
    const { store } = context.core;
    const found = readRecord(store.db, fileRecord, input.id)?.row;
    if (!found) throw errors.NOT_FOUND({ data: { id: input.id } });
    const { actId } = await store.perform({ actor: context.actor, kind: 'delete', subject: found.name }, (act) =>
      purgeRecord(act, fileRecord, input.id),
    );
    return { actId };
  }),
};

async function toAttached(files: FileStore, { hash, ...file }: FileRow): Promise<AttachedFile> {
  return { ...file, isHere: await files.has(hash) };
}
