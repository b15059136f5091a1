import { answerWork } from '#core/backup/work-in-thread.ts';
import { surveyDatabase } from '#core/repair/survey-database.ts';
import type { SurveyRequest } from '#core/repair/survey-database.ts';

export type SurveyWork = Omit<SurveyRequest, 'report'>;

await answerWork(
  (work: SurveyWork, report) => surveyDatabase({ ...work, report }),
  ({ dataDirectory }) => dataDirectory,
);
