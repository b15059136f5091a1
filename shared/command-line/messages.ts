import { commandLineAnswerMessages } from '#shared/command-line/answer-messages.ts';
import { commandLineBranchMessages } from '#shared/command-line/branch-messages.ts';
import { commandLineFaultMessages } from '#shared/command-line/fault-messages.ts';
import { commandLineLeadMessages } from '#shared/command-line/lead-messages.ts';
import { commandLineSyncMessages } from '#shared/command-line/sync-messages.ts';

/** What the command line says. Values fill plain placeholders: there are no plurals here. */
export const commandLineMessages = {
  ...commandLineAnswerMessages,
  ...commandLineBranchMessages,
  ...commandLineFaultMessages,
  ...commandLineLeadMessages,
  ...commandLineSyncMessages,
};
