import { Alert, Button, FileButton, Loader, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconFileSpreadsheet, IconFileUpload } from '@tabler/icons-react';
import type { DragEvent } from 'react';
import { useState } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { ExportHelp } from './ExportHelp.tsx';
import styles from './FileStep.module.css';
import { openFile } from './import-actions.ts';
import type { ImportDraft } from './import-draft.ts';
import { changeDraft } from './import-store.ts';

const accepted = '.xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt,.vcf,text/csv,text/vcard';

/** First step: the file is dropped or chosen. */
export function FileStep({ draft }: { readonly draft: ImportDraft }) {
  const t = useText();
  const { country } = useSettings();
  const [isOver, setOver] = useState(false);
  const { reading, failure, file } = draft;
  const take = (chosen: File | null | undefined) => {
    if (chosen !== null && chosen !== undefined) void openFile(chosen, country);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (reading === null) take(event.dataTransfer.files[0]);
  };
  return (
    <div className={styles.file}>
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
      <div className={styles.sides}>
        <div className={styles.main}>
          <div
            className={styles.drop}
            data-over={isOver || undefined}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={onDrop}
          >
            {reading !== null ? (
              <Stack align="center" role="status">
                <Loader aria-hidden />
                <Text>
                  <Message id="import.drop.reading" values={{ name: reading }} />
                </Text>
              </Stack>
            ) : (
              <Stack align="center" gap="xs">
                <IconFileSpreadsheet size={44} stroke={1.3} aria-hidden />
                <Text fw={600} size="lg">
                  <Message id="import.drop.title" />
                </Text>
                <Text c="dimmed">
                  <Message id="import.drop.formats" />
                </Text>
                <FileButton accept={accepted} onChange={take}>
                  {(props) => (
                    <Button {...props} size="md" mt="xs" leftSection={<IconFileUpload size={18} aria-hidden />}>
                      <Message id={file === null ? 'import.drop.choose' : 'import.drop.another'} />
                    </Button>
                  )}
                </FileButton>
                {file !== null && (
                  <Button variant="subtle" onClick={() => changeDraft({ step: 'columns' })}>
                    <Message id="import.drop.chosen" values={{ name: file.name }} />
                  </Button>
                )}
              </Stack>
            )}
          </div>
          <Text c="dimmed" ta="center">
            <Message id="import.drop.safe" />
          </Text>
        </div>
        <ExportHelp />
      </div>
    </div>
  );
}
