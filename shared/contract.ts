import { activityContract } from '#shared/activity/contract.ts';
import { companyContract } from '#shared/company/contract.ts';
import { contactContract } from '#shared/contact/contract.ts';
import { customFieldContract } from '#shared/custom-field/contract.ts';
import { demoContract } from '#shared/demo/contract.ts';
import { eventContract } from '#shared/event/contract.ts';
import { exportContract } from '#shared/export/contract.ts';
import { fileContract } from '#shared/file/contract.ts';
import { historyContract } from '#shared/history/contract.ts';
import { importContract } from '#shared/import/contract.ts';
import { jobContract } from '#shared/job/contract.ts';
import { linkContract } from '#shared/link/contract.ts';
import { partyContract } from '#shared/party/contract.ts';
import { searchContract } from '#shared/search/contract.ts';
import { settingsContract } from '#shared/settings/contract.ts';

/** Everything Cartera can be asked, by feature. The page, the REST API and the command line all go through it. */
export const contract = {
  activity: activityContract,
  company: companyContract,
  contact: contactContract,
  customField: customFieldContract,
  demo: demoContract,
  event: eventContract,
  export: exportContract,
  file: fileContract,
  history: historyContract,
  import: importContract,
  job: jobContract,
  link: linkContract,
  party: partyContract,
  search: searchContract,
  settings: settingsContract,
};

export type Contract = typeof contract;
