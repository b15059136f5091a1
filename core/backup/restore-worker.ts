import { stageRestore } from '#core/backup/stage-restore.ts';
import type { RestoreRequest } from '#core/backup/stage-restore.ts';
import { answerWork } from '#core/backup/work-in-thread.ts';

export type RestoreWork = Omit<RestoreRequest, 'report'>;

await answerWork(
  (work: RestoreWork, report) => stageRestore({ ...work, report }),
  ({ folder }) => folder,
);
