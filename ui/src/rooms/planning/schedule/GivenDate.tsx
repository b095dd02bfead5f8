import { useEffect, useRef, useState } from 'react';
import { DateField, type DateFieldProps } from '../../../components/DateField';

export interface GivenDateProps extends Omit<DateFieldProps, 'value' | 'onChange'> {
  value: string;
  onChange: (value: string) => void;
}

/** `5/3/20` is on the way to `5/3/2026`: how long nothing must be typed before a date is taken, in milliseconds. */
const pause = 350;

/** A date that always has a value, such as the begin of what is listed: an emptied field waits for another one. */
export function GivenDate({ value, onChange, ...rest }: GivenDateProps) {
  const [known, setKnown] = useState(value);
  const [draft, setDraft] = useState<string | null>(value);
  if (value !== known) {
    setKnown(value);
    setDraft(value);
  }
  const take = useRef(onChange);
  useEffect(() => {
    take.current = onChange;
  });
  useEffect(() => {
    if (draft === null || draft === value) return undefined;
    const timer = setTimeout(() => take.current(draft), pause);
    return () => clearTimeout(timer);
  }, [draft, value]);
  return <DateField {...rest} value={draft} onChange={setDraft} />;
}
