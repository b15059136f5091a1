import { Button, Group, List, Modal, MultiSelect, NumberInput, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/app/client.ts';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { usePeopleChoices } from '#renderer/automation/use-people-choices.ts';
import { useWorkingPeople } from '#renderer/people/use-people.ts';
import type { ReadyProcess } from '#shared/automation/contract.ts';

interface InstallDialogProps {
  /** Null while it is closed. */
  readonly process: ReadyProcess | null;
  readonly onClose: () => void;
}

const usualMinutes = 15;

/** Says what a ready process adds, asks who does what, and adds it. */
export function InstallDialog({ process, onClose }: InstallDialogProps) {
  const t = useText();
  return (
    <Modal
      opened={process !== null}
      onClose={onClose}
      size={620}
      yOffset="5vh"
      title={process === null ? '' : t(`settings.trade.${process.trade}`)}
    >
      {process !== null && <Form key={process.key} process={process} onClose={onClose} />}
    </Modal>
  );
}

function Form({ process, onClose }: { readonly process: ReadyProcess; readonly onClose: () => void }) {
  const t = useText();
  const isTeam = useWorkingPeople().length > 1;
  const queries = useQueryClient();
  const [people, setPeople] = useState<Readonly<Record<string, string[]>>>({});
  const [callMinutes, setCallMinutes] = useState(usualMinutes);
  const install = useMutation(
    api.automation.installProcess.mutationOptions({
      onSuccess: ({ actId, automations }) => {
        notifyDone('automation.ready.done', { count: automations }, { undoActId: actId });
        void queries.invalidateQueries();
        onClose();
      },
    }),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        install.mutate({ key: process.key, people, callMinutes });
      }}
    >
      <Stack gap="sm">
        <div>
          <Text fw={600}>{t('automation.ready.adds')}</Text>
          <List size="md">
            <List.Item>{t('automation.ready.addsStages', { stages: process.stages.join(' → ') })}</List.Item>
            <List.Item>{t('automation.ready.addsRules', { count: process.rules })}</List.Item>
            <List.Item>{t('automation.ready.addsScript')}</List.Item>
          </List>
        </div>
        <NumberInput
          label={t('automation.ready.minutes')}
          data-autofocus
          w={400}
          min={1}
          max={1440}
          allowDecimal={false}
          value={callMinutes}
          onChange={(value) => typeof value === 'number' && setCallMinutes(value)}
        />
        {isTeam && process.parts.length > 0 && (
          <Parts parts={process.parts} people={people} onChange={(key, ids) => setPeople({ ...people, [key]: ids })} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={install.isPending}>
            {t('automation.ready.install')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface PartsProps {
  readonly parts: ReadyProcess['parts'];
  readonly people: Readonly<Record<string, string[]>>;
  readonly onChange: (key: string, ids: string[]) => void;
}

/** Who measures, who installs... */
function Parts({ parts, people, onChange }: PartsProps) {
  const t = useText();
  const { messages } = useIntl();
  const choices = usePeopleChoices();
  return (
    <div role="group" aria-label={t('automation.ready.who')}>
      <Text fw={600}>{t('automation.ready.who')}</Text>
      <Text size="sm" c="dimmed" mb={6}>
        {t('automation.ready.whoText')}
      </Text>
      <Stack gap={8}>
        {parts.map(({ key }) => {
          const label = messages[`process.part.${key}`];
          return (
            <MultiSelect
              key={key}
              label={typeof label === 'string' ? label : key}
              placeholder={people[key]?.length ? '' : t('people.role.owner')}
              clearable
              data={choices}
              value={people[key] ?? []}
              onChange={(ids) => onChange(key, ids)}
            />
          );
        })}
      </Stack>
    </div>
  );
}
