import { auditMessages } from '#shared/audit/messages.ts';
import { activityMessages } from '#shared/activity/messages.ts';
import { appMessages } from '#shared/app/messages.ts';
import { automationMessages } from '#shared/automation/messages.ts';
import { processMessages } from '#shared/automation/process-messages.ts';
import { backupCommandMessages } from '#shared/backup/command-messages.ts';
import { backupMessages } from '#shared/backup/messages.ts';
import { rescueMessages } from '#shared/backup/rescue-messages.ts';
import { branchComputerMessages } from '#shared/branch/computer-messages.ts';
import { branchDecisionMessages } from '#shared/branch/decision-messages.ts';
import { branchMessages } from '#shared/branch/messages.ts';
import { calendarMessages } from '#shared/calendar/messages.ts';
import { callMessages } from '#shared/call/messages.ts';
import { cardMessages } from '#shared/card/messages.ts';
import { commandLineEncryptionMessages } from '#shared/command-line/encryption-messages.ts';
import { commandLineMessages } from '#shared/command-line/messages.ts';
import { companyMessages } from '#shared/company/messages.ts';
import { conflictMessages } from '#shared/conflict/messages.ts';
import { conflictRecordMessages } from '#shared/conflict/record-messages.ts';
import { contactMessages } from '#shared/contact/messages.ts';
import { customFieldMessages } from '#shared/custom-field/messages.ts';
import { documentInterfaceMessages } from '#shared/document/interface-messages.ts';
import { dateMessages } from '#shared/date/messages.ts';
import { dealMessages } from '#shared/deal/messages.ts';
import { documentMessages } from '#shared/document/messages.ts';
import { fileMessages } from '#shared/file/messages.ts';
import { filterFieldMessages } from '#shared/filter/field-messages.ts';
import { filterMessages } from '#shared/filter/messages.ts';
import { encryptionMessages } from '#shared/encryption/messages.ts';
import { entranceMessages } from '#shared/entrance/messages.ts';
import { firstRunMessages } from '#shared/first-run/messages.ts';
import { historyMessages } from '#shared/history/messages.ts';
import { importMessages } from '#shared/import/messages.ts';
import { leadFieldMessages } from '#shared/lead/field-messages.ts';
import { leadInboxMessages } from '#shared/lead/inbox-messages.ts';
import { leadInterfaceMessages } from '#shared/lead/interface-messages.ts';
import { linkMessages } from '#shared/link/messages.ts';
import { listMessages } from '#shared/list/messages.ts';
import type { Translations } from '#shared/messages/define.ts';
import { noticeMessages } from '#shared/notice/messages.ts';
import { officeInviteMessages } from '#shared/office/invite-messages.ts';
import { officePageMessages } from '#shared/office/page-messages.ts';
import { officeStartMessages } from '#shared/office/start-messages.ts';
import { partyMessages } from '#shared/party/messages.ts';
import { paymentMessages } from '#shared/payment/messages.ts';
import { peopleMessages } from '#shared/people/messages.ts';
import { operationMessages } from '#shared/people/operation-messages.ts';
import { roleMessages } from '#shared/people/role-messages.ts';
import { pipelineMessages } from '#shared/pipeline/messages.ts';
import { privacyMessages } from '#shared/privacy/messages.ts';
import { privacyPageMessages } from '#shared/privacy/page-messages.ts';
import { productMessages } from '#shared/product/messages.ts';
import { quickAddMessages } from '#shared/quick-add/messages.ts';
import { recycleBinMessages } from '#shared/recycle-bin/messages.ts';
import { reportMessages } from '#shared/report/messages.ts';
import { searchMessages } from '#shared/search/messages.ts';
import type { Language } from '#shared/settings/contract.ts';
import { sessionMessages } from '#shared/session/messages.ts';
import { settingsMessages } from '#shared/settings/messages.ts';
import { bundleMessages } from '#shared/sync/bundle-messages.ts';
import { joinMessages } from '#shared/sync/join-messages.ts';
import { syncMessages } from '#shared/sync/messages.ts';
import { placeMessages } from '#shared/sync/place-messages.ts';
import { dayMessages } from '#shared/task/day-messages.ts';
import { taskEditorMessages } from '#shared/task/editor-messages.ts';
import { taskMessages } from '#shared/task/messages.ts';
import { taskFieldMessages } from '#shared/task/field-messages.ts';

/** Every message of the interface: one line a feature. */
export const catalogue = {
  ...activityMessages,
  ...appMessages,
  ...auditMessages,
  ...automationMessages,
  ...processMessages,
  ...backupCommandMessages,
  ...backupMessages,
  ...rescueMessages,
  ...branchComputerMessages,
  ...branchDecisionMessages,
  ...branchMessages,
  ...calendarMessages,
  ...callMessages,
  ...cardMessages,
  ...commandLineEncryptionMessages,
  ...commandLineMessages,
  ...companyMessages,
  ...conflictMessages,
  ...conflictRecordMessages,
  ...contactMessages,
  ...customFieldMessages,
  ...documentInterfaceMessages,
  ...dateMessages,
  ...dealMessages,
  ...documentMessages,
  ...fileMessages,
  ...filterFieldMessages,
  ...filterMessages,
  ...encryptionMessages,
  ...entranceMessages,
  ...firstRunMessages,
  ...historyMessages,
  ...importMessages,
  ...leadFieldMessages,
  ...leadInboxMessages,
  ...leadInterfaceMessages,
  ...linkMessages,
  ...listMessages,
  ...noticeMessages,
  ...officeInviteMessages,
  ...officePageMessages,
  ...officeStartMessages,
  ...partyMessages,
  ...paymentMessages,
  ...peopleMessages,
  ...roleMessages,
  ...operationMessages,
  ...pipelineMessages,
  ...privacyMessages,
  ...privacyPageMessages,
  ...productMessages,
  ...quickAddMessages,
  ...recycleBinMessages,
  ...reportMessages,
  ...searchMessages,
  ...sessionMessages,
  ...settingsMessages,
  ...bundleMessages,
  ...joinMessages,
  ...syncMessages,
  ...placeMessages,
  ...dayMessages,
  ...taskEditorMessages,
  ...taskMessages,
  ...taskFieldMessages,
};

export type MessageKey = keyof typeof catalogue;

/** The whole catalogue in one language, as an interface provider wants it. */
export function messagesIn(language: Language): Record<MessageKey, string> {
  const entries = Object.entries<Translations>(catalogue).map(([key, translations]) => [key, translations[language]]);
  return Object.fromEntries(entries) as Record<MessageKey, string>;
}
