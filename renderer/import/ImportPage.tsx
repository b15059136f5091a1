import { Stepper, Title } from '@mantine/core';
import { useEffect } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { CheckStep } from './CheckStep.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { FileStep } from './FileStep.tsx';
import { importSteps } from './import-draft.ts';
import { requestOf } from './import-request.ts';
import { changeDraft, useImportDraft } from './import-store.ts';
import styles from './ImportPage.module.css';
import { RunView } from './RunView.tsx';

/** Bringing in a list: the file, what is in it, what will happen; then the import itself. Going back loses nothing. */
export function ImportPage() {
  const t = useText();
  const draft = useImportDraft();
  const { country } = useSettings();
  useEffect(() => {
    if (draft.country === '') changeDraft({ country });
  }, [country, draft.country]);
  const request = requestOf(draft);
  const isRunning = draft.run !== null;
  const active = isRunning ? importSteps.length : importSteps.indexOf(draft.step);
  return (
    <section className={styles.page} aria-labelledby="import-title">
      <header className={styles.header}>
        <Title order={1} size="h3" id="import-title">
          <Message id="import.title" />
        </Title>
        <Stepper
          active={active}
          size="sm"
          aria-label={t('import.steps')}
          iconSize={30}
          className={styles.steps}
          onStepClick={(step) => changeDraft({ step: importSteps[step] ?? 'file' })}
        >
          {importSteps.map((step, index) => (
            <Stepper.Step
              key={step}
              label={t(`import.step.${step}`)}
              aria-current={active === index ? 'step' : undefined}
              allowStepSelect={!isRunning && draft.reading === null && (step === 'file' || request !== null)}
            />
          ))}
        </Stepper>
      </header>
      {draft.run !== null ? (
        <RunView key={draft.run.jobId} run={draft.run} name={draft.file?.name ?? ''} mapping={draft.mapping} />
      ) : draft.step === 'file' || request === null ? (
        <FileStep draft={draft} />
      ) : draft.step === 'columns' ? (
        <ColumnsStep draft={draft} mapping={request.mapping} />
      ) : (
        <CheckStep request={request} />
      )}
    </section>
  );
}
