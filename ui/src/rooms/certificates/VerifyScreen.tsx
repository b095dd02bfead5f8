import { Button, TextInput } from '@mantine/core';
import { useRef, useState, type SyntheticEvent } from 'react';
import { useBackend } from '../../backend/backend';
import { Icon } from '../../components/icons';
import { PageHeader } from '../../components/PageHeader';
import { ReasonList } from '../../components/ReasonList';
import type { Verification } from '../../data/certificates';
import { refusalText } from '../../data/mutation';
import { id } from '../../i18n/id';
import styles from './certificates.module.css';
import { Verdict } from './Verdict';

const text = id.certificates.verify;

/** One box for what is typed and for what a scanner types; its text is selected again, so that the next scan replaces it. */
export function VerifyScreen() {
  const backend = useBackend();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly Verification[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const latest = useRef(0);

  const ask = async (question: () => Promise<Verification[] | null>) => {
    const mine = ++latest.current;
    setFailure(null);
    try {
      const answer = await question();
      if (answer && mine === latest.current) setFound(answer);
    } catch (error) {
      if (mine !== latest.current) return;
      setFound([]);
      setFailure(refusalText(error));
    }
    input.current?.select();
  };
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (typed.trim() !== '') void ask(async () => [await backend.certificates.verify(typed.trim())]);
  };
  return (
    <>
      <PageHeader title={text.title} crumbs={[{ label: id.frame.rooms.certificates, to: '/certificates' }]} />
      <form onSubmit={onSubmit} noValidate className={styles.verify}>
        <TextInput
          ref={input}
          autoFocus
          label={text.label}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit">{text.check}</Button>
        <Button
          variant="default"
          leftSection={<Icon name="file" size={16} />}
          onClick={() => void ask(() => backend.certificates.verifyFile())}
        >
          {text.file}
        </Button>
      </form>
      <p className={styles.hint}>{text.hint}</p>
      <div role="status">
        {failure !== null && <ReasonList reasons={[{ tone: 'bad', text: failure }]} />}
        {found.length > 1 && <p className={styles.hint}>{text.fileResults(found.length)}</p>}
        {found.map((one, at) => (
          <Verdict key={`${at} ${one.number ?? ''}`} found={one} />
        ))}
      </div>
    </>
  );
}
