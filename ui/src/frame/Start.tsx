import { useState, type ComponentType } from 'react';
import { EmptyState } from '../components/EmptyState';
import { refusalText } from '../data/mutation';
import { useStatus } from '../data/home';
import { Frame } from './Frame';

/** What stands before the frame: the first start of an office, or why its data cannot be opened. */
export function Start({ welcome: Welcome }: { welcome: ComponentType<{ onReady: () => void }> }) {
  const status = useStatus();
  // The welcome stays until it says so, since it goes on after the profile is saved.
  const [welcoming, setWelcoming] = useState(false);
  if (status.data?.initialised === false && !welcoming) setWelcoming(true);
  if (welcoming) return <Welcome onReady={() => setWelcoming(false)} />;
  if (status.data) return <Frame />;
  if (!status.isError) return null;
  return (
    <main role="alert">
      <EmptyState icon="warning" title={refusalText(status.error)} />
    </main>
  );
}
