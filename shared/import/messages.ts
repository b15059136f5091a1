import { errorsFileMessages } from '#shared/import/errors-file-messages.ts';
import { importCheckMessages } from '#shared/import/check-messages.ts';
import { importColumnMessages } from '#shared/import/column-messages.ts';
import { importFileMessages } from '#shared/import/file-messages.ts';
import { importProblemMessages } from '#shared/import/problem-messages.ts';
import { importReadingMessages } from '#shared/import/reading-messages.ts';

/** Everything the import says: on its page, on the command line, in the file of rows not imported. */
export const importMessages = {
  ...errorsFileMessages,
  ...importFileMessages,
  ...importColumnMessages,
  ...importReadingMessages,
  ...importCheckMessages,
  ...importProblemMessages,
};
