import { findAssignee } from '#core/automation/assign.ts';
import { done, skipped } from '#core/automation/running.ts';
import type { Done, Running } from '#core/automation/running.ts';
import { createDocument } from '#core/document/commands.ts';
import { notify } from '#core/notice/commands.ts';
import type { AutomationAction } from '#shared/automation/actions.ts';
import { deterministicId } from '#shared/sync/deterministic-id.ts';

type CreateDocument = Extract<AutomationAction, { readonly type: 'createDocument' }>;

/** Makes a document of the deal as it is now, and hands it to somebody. */
export function makeDocument({ kind, templateId, notify: receiver }: CreateDocument, running: Running, place: number): Done {
  const { act, runId, subject, occurrence } = running;
  const deal = subject.deal();
  if (!deal) return skipped('noDeal');
  const outcome = createDocument(act, {
    id: deterministicId('document', runId, place),
    kind,
    dealId: deal.id,
    ...(templateId !== null && { templateId }),
    // An order or invoice is of what was agreed, whatever became of the deal since.
    ...((kind === 'order' || kind === 'invoice') && occurrence.documentId !== undefined && { basedOn: occurrence.documentId }),
  });
  if (outcome.type !== 'created') return skipped(outcome.type === 'refused' ? outcome.code : outcome.type);
  const { document } = outcome;
  if (receiver)
    notify(act, {
      id: deterministicId('documentNotice', runId, place),
      userId: findAssignee(receiver, running),
      kind: 'report',
      params: { title: deal.title, client: subject.party()?.title ?? '', document: document.number, documentKind: kind },
      record: { type: 'document', id: document.id },
    });
  return done('document', document.id);
}
