import { findDeal } from '#core/deal/deal.ts';
import { createDocument, setDocumentStatus } from '#core/document/commands.ts';
import { documentRecord } from '#core/document/document.ts';
import { printDocument } from '#core/document/print-document.ts';
import { findDocument, listDocuments } from '#core/document/queries.ts';
import { seriesHandlers } from '#core/document/series-handlers.ts';
import { templateHandlers } from '#core/document/template-handlers.ts';
import { procedures } from '#core/procedure.ts';
import { readRecord } from '#core/records/write.ts';
import type { Document } from '#shared/document/contract.ts';

const { document } = procedures;

export const documentHandlers = {
  ...templateHandlers,
  ...seriesHandlers,
  list: document.list.handler(({ context, input }) => listDocuments(context.core.store.db, input)),
  get: document.get.handler(({ context, input, errors }) => {
    const { db } = context.core.store;
    const found = findDocument(db, input.id);
    const data = readRecord(db, documentRecord, input.id)?.row.data;
    if (!found || !data) throw errors.NOT_FOUND({ data: { id: input.id } });
    return { ...found, data };
  }),
  create: document.create.handler(async ({ context, input, errors }) => {
    const { store } = context.core;
    const subject = findDeal(store.db, input.dealId)?.title ?? '';
    const { result } = await store.perform({ actor: context.actor, kind: 'document', subject }, (act) =>
      createDocument(act, input),
    );
    if (result.type === 'dealNotFound') throw errors.NOT_FOUND({ data: { id: input.dealId } });
    if (result.type === 'refused') throw errors.REFUSED({ data: { field: result.field, code: result.code } });
    return findDocument(store.db, result.document.id) as Document;
  }),
  setStatus: document.setStatus.handler(async ({ context, input, errors }) => {
    const { store } = context.core;
    const before = findDocument(store.db, input.id);
    if (!before) throw errors.NOT_FOUND({ data: { id: input.id } });
    const subject = `${before.number}, ${before.dealTitle}`;
    const { actId } = await store.perform({ actor: context.actor, kind: 'document', subject }, (act) =>
      setDocumentStatus(act, input),
    );
    return { ...(findDocument(store.db, input.id) ?? before), actId };
  }),
  download: document.download.handler(async ({ context, input: { id, format }, errors }) => {
    const found = readRecord(context.core.store.db, documentRecord, id)?.row;
    if (!found) throw errors.NOT_FOUND({ data: { id } });
    const { files } = context.core;
    const file = await printDocument(files, found, format);
    if (file) return file;
    const isComing = found.templateHash !== null && !(await files.has(found.templateHash));
    throw isComing ? errors.NOT_HERE_YET() : errors.NOT_FOUND({ data: { id } });
  }),
};
