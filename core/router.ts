import { activityHandlers } from '#core/activity/handlers.ts';
import { auditHandlers } from '#core/audit/handlers.ts';
import { automationHandlers } from '#core/automation/handlers.ts';
import { backupHandlers } from '#core/backup/handlers.ts';
import { branchHandlers } from '#core/branch/handlers.ts';
import { callHandlers } from '#core/call/handlers.ts';
import { companyHandlers } from '#core/company/handlers.ts';
import { conflictHandlers } from '#core/conflict/handlers.ts';
import { contactHandlers } from '#core/contact/handlers.ts';
import { customFieldHandlers } from '#core/custom-field/handlers.ts';
import { dealHandlers } from '#core/deal/handlers.ts';
import { demoHandlers } from '#core/demo/handlers.ts';
import { documentHandlers } from '#core/document/handlers.ts';
import { encryptionHandlers } from '#core/encryption/handlers.ts';
import { eventHandlers } from '#core/event/handlers.ts';
import { exportHandlers } from '#core/export/handlers.ts';
import { fileHandlers } from '#core/file/handlers.ts';
import { historyHandlers } from '#core/history/handlers.ts';
import { importHandlers } from '#core/import/handlers.ts';
import { jobHandlers } from '#core/job/handlers.ts';
import { leadHandlers } from '#core/lead/handlers.ts';
import { linkHandlers } from '#core/link/handlers.ts';
import { noticeHandlers } from '#core/notice/handlers.ts';
import { partyHandlers } from '#core/party/handlers.ts';
import { paymentHandlers } from '#core/payment/handlers.ts';
import { peopleHandlers } from '#core/people/handlers.ts';
import { pipelineHandlers } from '#core/pipeline/handlers.ts';
import { limitRouter } from '#core/people/limit-router.ts';
import { privacyHandlers } from '#core/privacy/handlers.ts';
import { procedures } from '#core/procedure.ts';
import { productHandlers } from '#core/product/handlers.ts';
import { reportHandlers } from '#core/report/handlers.ts';
import { searchHandlers } from '#core/search/handlers.ts';
import { sessionHandlers } from '#core/session/handlers.ts';
import { settingsHandlers } from '#core/settings/handlers.ts';
import { syncHandlers } from '#core/sync/handlers.ts';
import { officeHandlers } from '#core/sync/office-handlers.ts';
import { taskHandlers } from '#core/task/handlers.ts';

/** The handlers of the whole contract; every way in calls these. */
export const router = limitRouter(
  procedures.router({
    activity: activityHandlers,
    audit: auditHandlers,
    automation: automationHandlers,
    backup: backupHandlers,
    branch: { ...branchHandlers, ...officeHandlers },
    call: callHandlers,
    company: companyHandlers,
    conflict: conflictHandlers,
    contact: contactHandlers,
    customField: customFieldHandlers,
    deal: dealHandlers,
    demo: demoHandlers,
    document: documentHandlers,
    encryption: encryptionHandlers,
    event: eventHandlers,
    export: exportHandlers,
    file: fileHandlers,
    history: historyHandlers,
    import: importHandlers,
    job: jobHandlers,
    lead: leadHandlers,
    link: linkHandlers,
    notice: noticeHandlers,
    party: partyHandlers,
    payment: paymentHandlers,
    people: peopleHandlers,
    pipeline: pipelineHandlers,
    privacy: privacyHandlers,
    product: productHandlers,
    report: reportHandlers,
    search: searchHandlers,
    session: sessionHandlers,
    settings: settingsHandlers,
    sync: syncHandlers,
    task: taskHandlers,
  }),
);
