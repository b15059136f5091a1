import { Anchor, Button, Paper, Popover, Stack, Text, Title } from '@mantine/core';
import { IconFolder, IconForms, IconPencil, IconPhoneIncoming } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/lead/Leads.module.css';
import { openNewLead } from '#renderer/lead/open-new-lead.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { CopyableText } from '#renderer/settings/CopyableText.tsx';

const filesShown = 5;

/** How requests get here: by hand, from a site, from a folder, from calls. */
export function WaysIn() {
  const t = useText();
  const canCreate = useCan('lead.create');
  return (
    <div className={classes.ways}>
      <Way icon={<IconPencil size={18} aria-hidden />} name="hand">
        {canCreate && (
          <Button variant="light" size="compact-md" onClick={openNewLead}>
            {t('lead.add')}
          </Button>
        )}
      </Way>
      <Way icon={<IconFolder size={18} aria-hidden />} name="folder">
        <Folder />
      </Way>
      <Way icon={<IconForms size={18} aria-hidden />} name="form">
        <FormExample />
      </Way>
      <Way icon={<IconPhoneIncoming size={18} aria-hidden />} name="calls" />
    </div>
  );
}

interface WayProps {
  readonly icon: ReactNode;
  readonly name: 'hand' | 'form' | 'folder' | 'calls';
  readonly children?: ReactNode;
}

function Way({ icon, name, children }: WayProps) {
  const t = useText();
  return (
    <Paper component="section" withBorder p="sm" aria-labelledby={`way-${name}`}>
      <Stack gap={6} align="flex-start">
        <Title order={3} size="h5" id={`way-${name}`} style={{ display: 'flex', gap: 6, alignItems: 'center' }}>
          {icon}
          {t(`lead.way.${name}.title`)}
        </Title>
        <Text size="sm" c="dimmed">
          {t(`lead.way.${name}.text`)}
        </Text>
        {children}
      </Stack>
    </Paper>
  );
}

/** The folder that is watched, and what became of the last files put there. */
function Folder() {
  const t = useText();
  const format = useFormat();
  const canChange = useCan('settings.edit');
  const { data } = useQuery(api.lead.inbox.queryOptions());
  if (data === undefined) return null;
  return (
    <>
      <CopyableText text={data.folder} />
      {data.files.length > 0 && (
        <Stack gap={2} component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('lead.folder.last')}>
          {data.files.slice(0, filesShown).map(({ name, at, created, known, failure }) => (
            <Text key={`${name} ${at}`} component="li" size="sm" style={{ overflowWrap: 'anywhere' }}>
              {name}{' '}
              <Text component="span" size="sm" c={failure === null ? 'dimmed' : 'var(--mantine-color-error)'}>
                {format.relative(at)}: {failure === null ? t('lead.folder.file', { created, known }) : t('lead.folder.failed')}
              </Text>
            </Text>
          ))}
        </Stack>
      )}
      {canChange && (
        <Anchor component={Link} href="/settings#requests" size="sm">
          {t('lead.way.folder.change')}
        </Anchor>
      )}
    </>
  );
}

/** For whoever looks after the site. */
function FormExample() {
  const t = useText();
  const { apiAddress } = useSettings();
  const canMakeKey = useCan('apiKey.manage');
  const example = exampleOf(apiAddress ?? 'http://127.0.0.1:PORT/api/v1');
  return (
    <Popover width={520} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="light" size="compact-md">
          {t('lead.way.form.show')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('lead.way.form.show')}>
        <Stack gap="xs">
          <pre className={classes.code}>{example}</pre>
          <Text size="sm" c="dimmed">
            {t('lead.way.form.key')}
          </Text>
          {canMakeKey && (
            <Anchor component={Link} href="/settings#programs" size="sm">
              {t('lead.way.form.toKeys')}
            </Anchor>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function exampleOf(address: string): string {
  const said = { name: 'Ana García', phones: ['600 100 200'], title: '3 × 120 × 80', channel: 'form', source: 'web' };
  return [
    `curl -X POST ${address}/leads \\`,
    `  -H "Authorization: Bearer KEY" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '${JSON.stringify(said, null, 2).replaceAll('\n', '\n  ')}'`,
  ].join('\n');
}
