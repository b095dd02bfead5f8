import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { refusalText } from '../data/mutation';
import { id } from '../i18n/id';
import { EmptyState } from './EmptyState';

/** What is shown of a question to the core: the answer, or why there is none. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (!query.isError) return <p className="muted">{id.loading}</p>;
  return (
    <div role="alert">
      <EmptyState
        icon="warning"
        title={refusalText(query.error)}
        action={<Button onClick={() => void query.refetch()}>{id.actions.retry}</Button>}
      />
    </div>
  );
}
