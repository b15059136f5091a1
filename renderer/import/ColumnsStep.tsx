import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconArrowRight, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import type { Inspection } from '#shared/import/contract.ts';
import type { Mapping } from '#shared/import/mapping.ts';
import { EncodingChoice } from './EncodingChoice.tsx';
import { canTellApart } from './import-draft.ts';
import type { ImportDraft } from './import-draft.ts';
import { changeDraft } from './import-store.ts';
import styles from './ImportPage.module.css';
import { PreviewTable } from './PreviewTable.tsx';
import { ReadingOptions } from './ReadingOptions.tsx';
import { dataRows } from './sample-view.ts';
import { TemplateBar } from './TemplateBar.tsx';
import { UnknownColumns } from './UnknownColumns.tsx';

const programs: Readonly<Record<string, string>> = {
  google: 'Google Contacts',
  outlook: 'Outlook',
  thunderbird: 'Thunderbird',
  hubspot: 'HubSpot',
  pipedrive: 'Pipedrive',
  amocrm: 'amoCRM',
  '1c': '1C',
};

/** Second step: what each column of the list becomes. */
export function ColumnsStep({ draft, mapping }: { readonly draft: ImportDraft; readonly mapping: Mapping }) {
  const t = useText();
  const fields = useQuery(api.customField.list.queryOptions()).data ?? [];
  const templates = useQuery(api.import.listTemplates.queryOptions()).data ?? [];
  const { inspection, country, failure } = draft;
  const sample = useMemo(() => inspection?.sample ?? [], [inspection]);
  const rows = useMemo(() => dataRows(sample, mapping), [sample, mapping]);
  if (inspection === null) return null;
  const change = (next: Mapping) => changeDraft({ mapping: next });
  const isUseful = canTellApart(mapping);
  const program = inspection.program === null ? undefined : programs[inspection.program];
  // Only where it was found to fit by itself; what the user chose needs no telling.
  const foundId = inspection.templateId === draft.templateId ? inspection.templateId : null;
  const applied = templates.find(({ id }) => id === foundId);
  const settings = { mapping, rows, fields, country, change };
  return (
    <div className={styles.step}>
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text>
          {program !== undefined && (
            <Text span fw={600}>
              <IconCircleCheck size={16} aria-hidden style={{ verticalAlign: '-3px' }} />{' '}
              <Message id="import.columns.program" values={{ program }} />{' '}
            </Text>
          )}
          {applied === undefined ? (
            <Message id="import.columns.lead" />
          ) : (
            <Message id="import.template.applied" values={{ name: applied.name }} />
          )}
        </Text>
        <TemplateBar mapping={mapping} templateId={draft.templateId} proposed={inspection.mapping} />
      </Group>
      {failure !== null && (
        <Alert
          color="red"
          role="alert"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('import.drop.failed', { name: failure.name })}
        >
          <Message id={`import.unreadable.${failure.code}`} />
        </Alert>
      )}
      {mayBeGarbled(inspection.info) && <EncodingChoice draft={draft} info={inspection.info} />}
      <ReadingOptions draft={draft} inspection={inspection} mapping={mapping} fields={fields} />
      <PreviewTable {...settings} isVcard={inspection.info.format === 'vcf'} isBusy={draft.reading !== null} />
      <div className={styles.foot}>
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={() => changeDraft({ step: 'file' })}
        >
          <Message id="import.back" />
        </Button>
        <div className={styles.notes}>
          {isUseful ? (
            <UnknownColumns {...settings} />
          ) : (
            <Text c="red" role="alert">
              <Message id="import.columns.nothing" />
            </Text>
          )}
        </div>
        <Button
          size="md"
          disabled={!isUseful || draft.reading !== null}
          rightSection={<IconArrowRight size={16} aria-hidden />}
          onClick={() => changeDraft({ step: 'check' })}
        >
          <Message id="import.next" />
        </Button>
      </div>
    </div>
  );
}

/** Unicode is recognised beyond doubt; any other letters are a guess that the user may have to correct. */
function mayBeGarbled({ encoding, encodingCandidates }: Inspection['info']): boolean {
  return encodingCandidates.length > 1 && encoding !== null && !encoding.startsWith('utf-');
}
