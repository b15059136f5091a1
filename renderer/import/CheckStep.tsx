import { Alert, Button, Group, Radio, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { errorText } from '#renderer/app/error-text.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import type { DuplicatePolicy } from '#shared/import/mapping.ts';
import { startImport } from './import-actions.ts';
import type { ImportRequest } from './import-request.ts';
import { changeDraft } from './import-store.ts';
import styles from './ImportPage.module.css';
import { JobProgress } from './JobProgress.tsx';
import { RowsTable } from './RowsTable.tsx';
import { SummaryCards } from './SummaryCards.tsx';
import { knownCode } from './unreadable-code.ts';
import { usePlan } from './use-plan.ts';

const policiesInOrder: readonly DuplicatePolicy[] = ['fill', 'skip', 'overwrite', 'create'];

/** Third step: what will happen, row by row, before anything does. */
export function CheckStep({ request }: { readonly request: ImportRequest }) {
  const t = useText();
  const plan = usePlan(request);
  const [isStarting, setStarting] = useState(false);
  const summary = plan.done?.summary;
  const changed = summary === undefined ? 0 : summary.rows - summary.unchanged - summary.skipped - summary.failed;
  const goBack = () => changeDraft({ step: 'columns' });
  const start = async () => {
    setStarting(true);
    await startImport(request, summary?.rows ?? 0);
    setStarting(false);
  };
  const isFailed = plan.failure !== null || plan.error !== null;
  return (
    <div className={styles.step}>
      {isFailed && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={t('import.failed')}>
          <Group justify="space-between">
            <Message {...whyFailed(plan)} />
            <Button variant="default" onClick={plan.retry}>
              <Message id="common.retry" />
            </Button>
          </Group>
        </Alert>
      )}
      {summary === undefined ? (
        !isFailed && (
          <JobProgress title={<Message id="import.check.working" />} done={plan.job?.done ?? 0} total={null} onCancel={goBack} />
        )
      ) : (
        <>
          <SummaryCards summary={summary} isStale={plan.isWorking} />
          {(summary.duplicates > 0 || request.duplicates !== 'fill') && (
            <Radio.Group
              label={<Message id="import.duplicates.title" />}
              value={request.duplicates}
              onChange={(duplicates) => changeDraft({ duplicates: duplicates as DuplicatePolicy })}
            >
              <Group gap="lg" mt={6}>
                {policiesInOrder.map((policy) => (
                  <Radio key={policy} value={policy} label={t(`import.duplicates.${policy}`)} />
                ))}
              </Group>
            </Radio.Group>
          )}
          {plan.done !== null && <RowsTable jobId={plan.done.jobId} summary={summary} mapping={request.mapping} />}
        </>
      )}
      <div className={styles.foot}>
        {(summary !== undefined || isFailed) && (
          <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={goBack}>
            <Message id="import.back" />
          </Button>
        )}
        {summary !== undefined && (
          <Group gap="md">
            <Text c="dimmed">
              <Message id={changed === 0 ? 'import.nothingToImport' : 'import.check.nothingYet'} />
            </Text>
            <Button
              size="lg"
              leftSection={<IconFileImport size={20} aria-hidden />}
              disabled={changed === 0 || plan.isWorking || isFailed}
              loading={isStarting}
              onClick={() => void start()}
            >
              <Message id="import.run" values={{ count: changed }} />
            </Button>
          </Group>
        )}
      </div>
    </div>
  );
}

/** Why nothing can be shown. A branch has no fields of its own making: then one column can't go where it was to. */
function whyFailed({ failure, error }: Pick<ReturnType<typeof usePlan>, 'failure' | 'error'>) {
  if (failure !== null) return { id: `import.unreadable.${knownCode(failure.code)}` } as const;
  const { code, value } = (error as { readonly data?: { readonly code?: string; readonly value?: string } } | null)?.data ?? {};
  if (code === 'ofHeadOffice') return { id: 'import.newFieldOfHeadOffice', values: { name: value ?? '' } } as const;
  return { id: errorText(error) };
}
