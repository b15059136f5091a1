import { Alert, Button, FileButton, Modal, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { refusedField } from '#renderer/app/error-text.ts';
import { notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';

const accepted = '.xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt,.vcf,.json,.eml';
const mostRowsNamed = 30;

/** Takes a file of requests in, and says what was in it. */
export function ImportLeads() {
  const t = useText();
  const queries = useQueryClient();
  const take = useMutation(
    api.lead.import.mutationOptions({
      onSuccess: () => void queries.invalidateQueries({ queryKey: api.lead.key() }),
      onError: (error) => {
        if (refusedField(error) === null) notifyError(error);
      },
    }),
  );
  const isUnreadable = refusedField(take.error) !== null;
  return (
    <>
      <FileButton accept={accepted} onChange={(file) => file !== null && take.mutate({ file })}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconFileImport size={16} aria-hidden />} loading={take.isPending}>
            {t('lead.import')}
          </Button>
        )}
      </FileButton>
      <Modal
        opened={take.isSuccess || isUnreadable}
        onClose={take.reset}
        title={t(isUnreadable ? 'lead.import' : 'lead.import.title')}
      >
        <Stack gap="sm">
          {isUnreadable && (
            <Alert color="red" role="alert">
              {t('lead.import.failed')}
            </Alert>
          )}
          {take.data !== undefined && (
            <Text size="lg">{t('lead.import.done', { created: take.data.created, known: take.data.known })}</Text>
          )}
          {take.data !== undefined && take.data.problems.length > 0 && (
            <div>
              <Text>{t('lead.import.problems', { count: take.data.problems.length })}</Text>
              <Text size="sm" c="dimmed">
                {t('lead.import.rows', { rows: rowsOf(take.data.problems) })}
              </Text>
            </div>
          )}
          <Button data-autofocus onClick={take.reset} ml="auto">
            {t('common.close')}
          </Button>
        </Stack>
      </Modal>
    </>
  );
}

function rowsOf(problems: readonly { readonly row: number }[]): string {
  const rows = problems.slice(0, mostRowsNamed).map(({ row }) => row);
  return rows.join(', ') + (problems.length > mostRowsNamed ? '…' : '');
}
