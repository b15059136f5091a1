import { auditContract } from '#shared/audit/contract.ts';
import { activityContract } from '#shared/activity/contract.ts';
import { companyContract } from '#shared/company/contract.ts';
import { contactContract } from '#shared/contact/contract.ts';
import { conflictContract } from '#shared/conflict/contract.ts';
import { customFieldContract } from '#shared/custom-field/contract.ts';
import { demoContract } from '#shared/demo/contract.ts';
import { encryptionContract } from '#shared/encryption/contract.ts';
import { eventContract } from '#shared/event/contract.ts';
import { exportContract } from '#shared/export/contract.ts';
import { fileContract } from '#shared/file/contract.ts';
import { historyContract } from '#shared/history/contract.ts';
import { importContract } from '#shared/import/contract.ts';
import { jobContract } from '#shared/job/contract.ts';
import { linkContract } from '#shared/link/contract.ts';
import { automationContract } from '#shared/automation/contract.ts';
import { backupContract } from '#shared/backup/contract.ts';
import { branchContract } from '#shared/branch/contract.ts';
import { callContract } from '#shared/call/contract.ts';
import { dealContract } from '#shared/deal/contract.ts';
import { documentContract } from '#shared/document/contract.ts';
import { leadContract } from '#shared/lead/contract.ts';
import { noticeContract } from '#shared/notice/contract.ts';
import { paymentContract } from '#shared/payment/contract.ts';
import { pipelineContract } from '#shared/pipeline/contract.ts';
import { privacyContract } from '#shared/privacy/contract.ts';
import { productContract } from '#shared/product/contract.ts';
import { reportContract } from '#shared/report/contract.ts';
import { syncContract } from '#shared/sync/contract.ts';
import { taskContract } from '#shared/task/contract.ts';
import { partyContract } from '#shared/party/contract.ts';
import { peopleContract } from '#shared/people/contract.ts';
import { searchContract } from '#shared/search/contract.ts';
import { sessionContract } from '#shared/session/contract.ts';
import { settingsContract } from '#shared/settings/contract.ts';

/** Everything Cartera can be asked, by feature. The page, the REST API and the command line all go through it. */
export const contract = {
  activity: activityContract,
  company: companyContract,
  contact: contactContract,
  conflict: conflictContract,
  customField: customFieldContract,
  demo: demoContract,
  encryption: encryptionContract,
  event: eventContract,
  export: exportContract,
  file: fileContract,
  history: historyContract,
  import: importContract,
  job: jobContract,
  link: linkContract,
  audit: auditContract,
  party: partyContract,
  privacy: privacyContract,
  people: peopleContract,
  automation: automationContract,
  backup: backupContract,
  branch: branchContract,
  call: callContract,
  deal: dealContract,
  document: documentContract,
  lead: leadContract,
  notice: noticeContract,
  payment: paymentContract,
  pipeline: pipelineContract,
  product: productContract,
  report: reportContract,
  task: taskContract,
  search: searchContract,
  session: sessionContract,
  settings: settingsContract,
  sync: syncContract,
};

export type Contract = typeof contract;
