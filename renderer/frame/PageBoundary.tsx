import { Button, Code, Group, Stack } from '@mantine/core';
import { IconMoodSad } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Component } from 'react';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { Message } from '#renderer/app/Message.tsx';

interface PageBoundaryProps {
  /** A new page begins without the old one's error. */
  readonly page: string;
  readonly children: ReactNode;
}
interface PageBoundaryState {
  readonly error: unknown;
  readonly page: string;
}

/** A page that breaks leaves the menu and the search standing. */
export class PageBoundary extends Component<PageBoundaryProps, PageBoundaryState> {
  override readonly state: PageBoundaryState = { error: null, page: this.props.page };

  static getDerivedStateFromError(error: unknown): Partial<PageBoundaryState> {
    return { error };
  }

  static getDerivedStateFromProps(props: PageBoundaryProps, state: PageBoundaryState): PageBoundaryState | null {
    return props.page === state.page ? null : { error: null, page: props.page };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? this.props.children : <BrokenPage error={error} onRetry={() => this.setState({ error: null })} />;
  }
}

function BrokenPage({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return (
    <Stack align="center" gap="xs">
      <EmptyState
        isWholePage
        icon={<IconMoodSad />}
        title={<Message id="page.broken" />}
        text={<Message id="page.brokenText" />}
        actions={
          <Group>
            <Button onClick={onRetry}>
              <Message id="common.retry" />
            </Button>
            <Button variant="default" onClick={() => window.location.reload()}>
              <Message id="page.reload" />
            </Button>
          </Group>
        }
      />
      <Code maw={640}>{detail}</Code>
    </Stack>
  );
}
