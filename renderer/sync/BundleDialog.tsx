import { Alert, Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { isDefinedError } from '@orpc/client';
import { IconAlertTriangle, IconCircleCheck, IconFileDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { api, client } from '#renderer/app/client.ts';
import { errorText } from '#renderer/app/error-text.ts';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { saveFile } from '#renderer/app/save-file.ts';
import { useText } from '#renderer/app/text.ts';
import { bundleFileName } from '#renderer/sync/bundle-file-name.ts';
import { listenToDrops } from '#renderer/sync/drop-bundle.ts';
import classes from '#renderer/sync/SyncChip.module.css';
import { closeBundle, useTakenBundle } from '#renderer/sync/take-bundle.ts';
import { useSync } from '#renderer/sync/use-sync.ts';
import type { BundleReport } from '#shared/sync/contract.ts';

/** Takes in the file of changes that was chosen or dropped, and tells what was in it. */
export function BundleDialog() {
  const t = useText();
  const file = useTakenBundle();
  useEffect(() => listenToDrops(), []);
  return (
    <Modal opened={file !== null} onClose={closeBundle} title={t('sync.bundle.title')} size={560}>
      {file !== null && <Taking key={`${file.name} ${file.lastModified}`} file={file} />}
    </Modal>
  );
}

function Taking({ file }: { readonly file: File }) {
  const queries = useQueryClient();
  const { mutate, data, error } = useMutation({
    mutationFn: (bundle: File) => client.sync.importBundle({ file: bundle }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: api.sync.key() }),
    // Told in the dialog.
    onError: () => undefined,
  });
  const begun = useRef<File | null>(null);
  useEffect(() => {
    if (begun.current === file) return;
    begun.current = file;
    mutate(file);
  }, [file, mutate]);
  return (
    <Stack gap="sm">
      {data === undefined && error === null && (
        <Group role="status" wrap="nowrap">
          <Loader size="sm" aria-hidden />
          <Text>
            <Message id="sync.bundle.reading" values={{ name: file.name }} />
          </Text>
        </Group>
      )}
      {error !== null && <Failed error={error} />}
      {data !== undefined && <Report report={data} />}
      <Group justify="flex-end">
        {data?.hasAnswer === true && <AnswerButton report={data} />}
        <Button variant={data?.hasAnswer === true ? 'default' : 'filled'} data-autofocus onClick={closeBundle}>
          <Message id="common.close" />
        </Button>
      </Group>
    </Stack>
  );
}

function Failed({ error }: { readonly error: Error }) {
  const t = useText();
  if (isDefinedError(error) && (error as { code: string }).code === 'NOT_JOINED') {
    return (
      <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} role="alert">
        <Stack gap="xs" align="start">
          <Message id="sync.bundle.alone" />
          <Button component={Link} href="/settings#office" variant="default" onClick={closeBundle}>
            <Message id="sync.join" />
          </Button>
        </Stack>
      </Alert>
    );
  }
  const code = bundleFault(error);
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert">
      {code === null ? t(errorText(error)) : t(`sync.bundle.fault.${code}`)}
    </Alert>
  );
}

function Report({ report: { from, madeAt, applied, missing, hasAnswer } }: { readonly report: BundleReport }) {
  const t = useText();
  const format = useFormat();
  return (
    <Stack gap="sm" role="status">
      <Text>{t('sync.bundle.from', { from, when: format.dateTime(madeAt) })}</Text>
      {missing.length === 0 && (
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <IconCircleCheck size={20} color="var(--mantine-color-teal-6)" aria-hidden />
          <Text fw={600}>{t('sync.bundle.applied', { count: applied })}</Text>
        </Group>
      )}
      {missing.length > 0 && (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title={t('sync.bundle.missing')}>
          <Stack gap="xs">
            <ul className={classes.files}>
              {missing.map(({ from: first, to: last }) => (
                <li key={first}>
                  {first === last
                    ? t('sync.bundle.missingOne', { number: format.number(first), from })
                    : t('sync.bundle.missingSome', { first: format.number(first), last: format.number(last), from })}
                </li>
              ))}
            </ul>
            <span>{t('sync.bundle.missingText')}</span>
          </Stack>
        </Alert>
      )}
      {hasAnswer && <Text>{t('sync.bundle.answerText', { from })}</Text>}
    </Stack>
  );
}

/** Makes what goes back to the one who sent the file. */
function AnswerButton({ report: { from, fromId } }: { readonly report: BundleReport }) {
  const t = useText();
  const isOffice = useSync()?.role === 'office';
  const make = useMutation({
    mutationFn: () => client.sync.exportBundle(isOffice && fromId !== undefined ? { deviceId: fromId } : {}),
    onSuccess: (file) => saveFile(file, bundleFileName([t('sync.fileName.answer'), from], Date.now())),
  });
  return (
    <Button leftSection={<IconFileDownload size={16} aria-hidden />} loading={make.isPending} onClick={() => make.mutate()}>
      <Message id="sync.bundle.answer" />
    </Button>
  );
}

const bundleFaults = [
  'notABundle',
  'truncated',
  'tampered',
  'otherCompany',
  'otherReceiver',
  'newer',
  'revoked',
  'unknownSender',
] as const;

function bundleFault(error: unknown): (typeof bundleFaults)[number] | null {
  const code = (error as { readonly data?: { readonly code?: string } }).data?.code;
  return bundleFaults.find((known) => known === code) ?? null;
}
