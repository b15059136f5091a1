import { Button, Group } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { Link } from 'wouter';
import { Message } from '#renderer/app/Message.tsx';
import { Section } from '#renderer/settings/Section.tsx';
import { useSync } from '#renderer/sync/use-sync.ts';

/** Where branches begin; in a branch they are head office's business. */
export function BranchesSection() {
  const role = useSync()?.role;
  if (role === undefined || role === 'branch') return null;
  return (
    <Section id="branches" title="nav.branches" text={role === 'alone' ? 'branch.alone.text' : 'branch.section.text'}>
      <Group>
        <Button component={Link} href="/branches" variant="light" leftSection={<IconBuildingStore size={16} aria-hidden />}>
          <Message id={role === 'alone' ? 'branch.section.begin' : 'branch.section.open'} />
        </Button>
      </Group>
    </Section>
  );
}
