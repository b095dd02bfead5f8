import { Button } from '@mantine/core';
import { Link, useRouter } from '@tanstack/react-router';
import { refusalText } from '../data/mutation';
import { RefusalError } from '../backend/backend';
import { id } from '../i18n/id';
import { EmptyState } from '../components/EmptyState';

/** Shown in place of a screen that broke; the frame around it keeps working. */
export function Failure({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  const reload = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div role="alert">
      <EmptyState
        icon="warning"
        title={id.frame.failure.title}
        text={error instanceof RefusalError ? refusalText(error) : id.frame.failure.body}
        action={<Button onClick={reload}>{id.frame.failure.reload}</Button>}
        link={<Link to="/">{id.frame.failure.toHome}</Link>}
      />
    </div>
  );
}

export function NotFound() {
  return (
    <EmptyState
      icon="search"
      title={id.frame.failure.notFound}
      text={id.frame.failure.notFoundBody}
      link={<Link to="/">{id.frame.failure.toHome}</Link>}
    />
  );
}
